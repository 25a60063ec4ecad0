//! The one entry: a dataset, a view, a size and a selection become a [`Scene`].

use crate::domain::{Dataset, Moment, Plain, SECS_PER_DAY, State};
use crate::index::Ghosts;
use crate::language::Words;
use crate::levels::{FoundIndex, Index};

use super::axis_tags::{AsOfLine, ChosenSpan};
use super::lane_plan::LanePlan;
use super::links::{Focus, link_curves};
use super::measure::{Face, TextMeasure, elided};
use super::plain_plan::PlainPlan;
use super::rows::{Row, Rows};
use super::scale::TimeScale;
use super::scene::{GroupRow, Rect, Scene, Selection, Size, Subject};
use super::ticks::ticks;
use super::view::{TimeView, View};

/// Width of the lane heads, in points, where the window has room for it.
const HEADS_WIDTH: f32 = 236.0;
/// The lane heads take no more than this share of a narrow window.
const HEADS_SHARE: f32 = 0.34;
/// Height of the axis, in points.
const AXIS_HEIGHT: f32 = 36.0;
/// Where a heading's text begins.
pub(super) const HEADING_LEFT: f32 = 25.0;
/// Air between a heading and the edge of the lane heads.
const HEADING_AIR: f32 = 8.0;
/// Text size of headings.
const GROUP_SIZE: f32 = 11.0;

/// What a scene is made from.
#[derive(Clone, Copy)]
pub struct PlanInput<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its index.
    pub index: &'a Index,
    /// Its plain events, in a dataset of plain lanes: the lanes are the dataset's treaties.
    pub plain: Option<&'a Plain>,
    /// Its rows.
    pub rows: &'a Rows,
    /// What is in the window.
    pub view: View,
    /// The size of the window.
    pub size: Size,
    /// What is selected.
    pub selection: Selection,
    /// Marks that are picked beside the selection.
    pub picked: &'a [Subject],
    /// A stretch of time that is looked at.
    pub chosen: Option<(Moment, Moment)>,
    /// Today, for the line across the plot; left out where a picture must not depend on the day it is made.
    pub today: Option<Moment>,
    /// A day, and the state of each treaty on it: what the lanes' heads say instead of where they stand now.
    pub as_of: Option<(Moment, &'a [State])>,
    /// What a search found, to be marked.
    pub found: Option<&'a FoundIndex>,
    /// Where events stood in another dataset.
    pub ghosts: Option<&'a Ghosts>,
    /// The language of what is written.
    pub words: &'static Words,
    /// How wide texts are.
    pub measure: &'a dyn TextMeasure,
}

/// Plans the scene of a window. Costs O(points · log n), whatever the number of events.
pub fn plan(input: &PlanInput<'_>) -> Scene {
    let plot = plot_rect(input.size);
    let time = input.view.time;
    let scale = TimeScale::new(time, plot.left, plot.width());
    let mut focus = Focus::of(input.dataset, input.selection, input.picked);
    if focus.treaty().is_some_and(|treaty| !input.rows.has_lane(treaty)) {
        // Nothing steps back behind what is folded away.
        focus = Focus::of(input.dataset, Selection::Nothing, input.picked);
    }
    let height = f64::from(plot.height());
    let scroll = input.view.scroll.clamp(0.0, input.rows.max_scroll(height));

    let mut groups = Vec::new();
    let mut lanes = Vec::new();
    for (row, top) in input.rows.between(scroll, scroll + height) {
        let top = (top - scroll) as f32 + plot.top;
        match row {
            Row::Pinned(count) => groups.push(heading(input, None, count, false, top)),
            Row::Group { category, count, is_folded } => {
                groups.push(heading(input, Some(category), count, is_folded, top));
            }
            Row::Lane(treaty) => {
                let bottom = top + input.rows.lane_height() as f32;
                let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
                lanes.push(match input.plain {
                    Some(plain) => PlainPlan { input, plain, scale: &scale, plot, rect }.plan(treaty),
                    None => LanePlan { input, focus: &focus, scale: &scale, plot, rect, treaty, party: None }
                        .plan(),
                });
            }
            Row::Party(treaty, place) => {
                let Some(lane) = input.rows.party_lane(treaty, place) else { continue };
                let bottom = top + super::rows::PARTY_HEIGHT as f32;
                let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
                let party = Some(lane);
                let lane = LanePlan { input, focus: &focus, scale: &scale, plot, rect, treaty, party };
                lanes.push(lane.plan_party());
            }
        }
    }
    let links = link_curves(input, &focus, &scale, plot, scroll);
    let today = input.today.map(|at| scale.x_of(at) as f32).filter(|x| (plot.left..plot.right).contains(x));
    // The line stands at noon of its day, where the marks of that day stand.
    let noon = |day: Moment| day.plus(SECS_PER_DAY / 2);
    let as_of = input.as_of.map(|(day, _)| {
        let words = (input.words.day)(day);
        let width = input.measure.width(&words, 11.0, Face::Text);
        AsOfLine { x: scale.x_of(noon(day)) as f32, words, width }
    });
    let chosen = input.chosen.map(|(from, to)| {
        let days = (to.secs() - from.secs()) / SECS_PER_DAY;
        let words = (input.words.chosen_days)(days as usize);
        let width = input.measure.width(&words, 11.0, Face::Text);
        // Far outside is far enough; f32 would lose its way further out.
        let x = |at| scale.x_of(at).clamp(-1e5, 1e5) as f32;
        ChosenSpan { left: x(from), right: x(to), words, width }
    });
    Scene {
        words: input.words,
        chosen,
        size: input.size,
        plot,
        title: input.dataset.title().to_owned(),
        span_words: Scene::words_for_span(time, input.words),
        ticks: ticks(time, &scale, input.words)
            .into_iter()
            .filter(|tick| tick.x >= plot.left - 1.0)
            .collect(),
        today,
        as_of,
        groups,
        lanes,
        links,
        has_focus: focus.is_some(),
    }
}

/// The heading of a category, or of the pinned lanes.
fn heading(
    input: &PlanInput<'_>,
    category: Option<usize>,
    count: usize,
    is_folded: bool,
    top: f32,
) -> GroupRow {
    let bottom = top + super::rows::GROUP_HEIGHT as f32;
    let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
    let name = category.map_or(input.words.pinned, |category| &*input.dataset.categories()[category].name);
    let count = format!(" · {count}");
    let room = plot_rect(input.size).left
        - HEADING_LEFT
        - HEADING_AIR
        - input.measure.width(&count, GROUP_SIZE, Face::Text);
    let name = name.chars().take(200).collect::<String>().to_uppercase();
    let mut text = elided(&name, room, GROUP_SIZE, Face::Text, input.measure);
    // Where there is no room for a name there still is for the count.
    text.push_str(if text.is_empty() { count.trim_start_matches([' ', '·']) } else { &count });
    GroupRow { category, rect, text, is_folded }
}

/// Where marks are drawn in a window of this size.
fn plot_rect(size: Size) -> Rect {
    let left = HEADS_WIDTH.min(size.width * HEADS_SHARE).floor();
    Rect {
        left,
        top: AXIS_HEIGHT,
        right: size.width.max(left + 1.0),
        bottom: size.height.max(AXIS_HEIGHT + 1.0),
    }
}

impl Scene {
    /// The scale of a window of this size: for input that comes before there is a scene.
    pub fn scale_for(size: Size, time: TimeView) -> TimeScale {
        let plot = plot_rect(size);
        TimeScale::new(time, plot.left, plot.width())
    }

    /// The stretch of time of a view in words, at the precision that it shows.
    pub fn words_for_span(time: TimeView, words: &Words) -> String {
        use chrono::Datelike as _;
        let (start, end) = time.moments();
        let end = end.plus(-1);
        let (a, b) = (start.date(), end.date());
        let days = time.span / 86_400.0;
        let is_of_years = days > 3.0 * 366.0;
        if is_of_years && a.year() != b.year() && a.year() < 100 {
            return (words.years)(a.year(), b.year());
        }
        let said = |at: Moment| {
            let date = at.date();
            match days {
                _ if is_of_years => (words.year)(date.year()),
                d if d > 92.0 => (words.month_of_year)(date.month(), date.year()),
                _ => (words.day)(at),
            }
        };
        if a == b { said(start) } else { format!("{} – {}", said(start), said(end)) }
    }

    /// The height of a window that has room for all of these rows.
    pub fn height_of(rows: &Rows) -> f32 {
        AXIS_HEIGHT + rows.height() as f32
    }

    /// The height of the lanes' part of a window of this size.
    pub fn plot_height(size: Size) -> f32 {
        plot_rect(size).height()
    }

    /// The width of the lane heads in a window of this size.
    pub fn heads_width(size: Size) -> f32 {
        plot_rect(size).left
    }
}
