//! The one entry: a dataset, a view, a size and a selection become a [`Scene`].

use crate::domain::{Moment, SECS_PER_DAY};

use super::axis_tags::{StatusDateLine, TimeRange};
use super::background_bands::background_bands;
use super::bulk::BulkPlan;
use super::geometry::Rect;
use super::lane_plan::LanePlan;
use super::links::{Focus, link_curves};
use super::mark::Selection;
use super::measure::{Font, elided};
use super::metrics::{HEADING_GAP, HEADING_LEFT, HEADING_SIZE, ONLY_BUTTON_WIDTH};
use super::plan_input::PlanInput;
use super::rows::Row;
use super::scale::TimeScale;
use super::scene::{GroupRow, PinnedRows, Scene};
use super::ticks::ticks;

/// Plans the scene of a window. Costs O(points · log n), whatever the number of events.
pub fn plan(input: &PlanInput<'_>) -> Scene {
    let plot = input.rows.plot(input.size);
    let time = input.view.time;
    let scale = TimeScale::new(time, plot.left, plot.width());
    let mut focus = Focus::of(input.dataset, input.selection, input.several);
    if focus.treaty().is_some_and(|treaty| !input.rows.has_lane(treaty)) {
        // Nothing is dimmed for a selection in a collapsed group.
        focus = Focus::of(input.dataset, Selection::Nothing, input.several);
    }
    let height = f64::from(plot.height());
    let scroll = input.view.scroll.clamp(0.0, input.rows.max_scroll(height));

    let mut groups = Vec::new();
    let mut lanes = Vec::new();
    let metrics = *input.rows.metrics();
    let pinned_height = input.rows.pinned_height(height);
    for (row, top) in input.rows.in_window(scroll, height) {
        let top = top as f32 + plot.top;
        match row {
            Row::Pinned(count) => groups.push(heading(input, None, count, false, top)),
            Row::Group { category, count, is_collapsed } => {
                let mut row = heading(input, Some(category), count, is_collapsed, top);
                if is_collapsed {
                    row.density = input.rows.group_columns().strokes(category, input.bulk, &scale, &plot);
                }
                groups.push(row);
            }
            Row::Lane(treaty) => {
                let bottom = top + metrics.lane.height as f32;
                let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
                lanes.push(match input.bulk {
                    Some(bulk) => BulkPlan { input, bulk, scale: &scale, plot, rect }.plan(treaty),
                    None => LanePlan { input, focus: &focus, scale: &scale, plot, rect, treaty, party: None }
                        .plan(),
                });
            }
            Row::Party(treaty, place) => {
                let Some(lane) = input.rows.party_lane(treaty, place) else { continue };
                let bottom = top + metrics.party.height as f32;
                let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
                let party = Some(lane);
                let lane = LanePlan { input, focus: &focus, scale: &scale, plot, rect, treaty, party };
                lanes.push(lane.plan_party());
            }
        }
    }
    let pinned = (pinned_height > 0.0).then(|| {
        let bottom = plot.top + pinned_height as f32;
        let is_above = |rect: &Rect| rect.bottom <= bottom + 0.01;
        PinnedRows {
            bottom,
            lanes: lanes.partition_point(|lane| is_above(&lane.rect)),
            groups: groups.partition_point(|group| is_above(&group.rect)),
        }
    });
    let links = link_curves(input, &focus, &scale, plot, scroll);
    let today = input.today.map(|at| scale.x_of(at) as f32).filter(|x| (plot.left..plot.right).contains(x));
    // The line is at noon of its day, as the marks of that day are.
    let noon = |day: Moment| day.plus(SECS_PER_DAY / 2);
    let as_of = input.status_date.map(|(day, _)| {
        let words = (input.strings.dates.day)(day);
        let width = input.measure.width(&words, 11.0, Font::Text);
        StatusDateLine { x: scale.x_of(noon(day)) as f32, words, width }
    });
    let chosen = input.time_range.map(|(from, to)| {
        let days = (to.secs() - from.secs()) / SECS_PER_DAY;
        let words = (input.strings.selection.days)(days as usize);
        let width = input.measure.width(&words, 11.0, Font::Text);
        // Positions far outside are clamped: `f32` would lose precision.
        let x = |at| scale.x_of(at).clamp(-1e5, 1e5) as f32;
        TimeRange { left: x(from), right: x(to), words, width }
    });
    let span_words = Scene::words_for_span(time, input.strings);
    Scene {
        chosen,
        size: input.size,
        plot,
        title: input.rows.title().unwrap_or_else(|| input.dataset.title()).to_owned(),
        description: (input.strings.view.timeline)(&span_words),
        span_words,
        ticks: ticks(time, &scale, input.strings)
            .into_iter()
            .filter(|tick| tick.x >= plot.left - 1.0)
            .collect(),
        today,
        today_label: input.strings.view.today,
        as_of,
        metrics,
        pinned,
        groups,
        lanes,
        context: background_bands(input, &scale, &plot),
        links,
        has_focus: focus.is_some(),
        has_controls: true,
    }
}

/// The heading of a category, or of the pinned lanes.
fn heading(
    input: &PlanInput<'_>,
    category: Option<usize>,
    count: usize,
    is_collapsed: bool,
    top: f32,
) -> GroupRow {
    let bottom = top + input.rows.metrics().group_height as f32;
    let rect = Rect { left: 0.0, top, right: input.size.width, bottom };
    let name =
        category.map_or(input.strings.view.pinned, |category| &*input.dataset.categories()[category].name);
    // Of a single group it would do nothing, and bulk lanes cannot be filtered.
    let has_only_button = category.is_some() && input.bulk.is_none() && input.dataset.categories().len() > 1;
    let layer = category.and_then(|category| input.rows.layer_of_heading(input.dataset, category));
    // A file without headings of its own has its title for one.
    let layer = layer.filter(|layer| !name.contains(*layer));
    let name = layer.map_or_else(|| name.to_owned(), |layer| format!("{name} · {layer}"));
    let count = format!(" · {count}");
    let room = input.rows.headers_width(input.size)
        - HEADING_LEFT
        - if has_only_button { ONLY_BUTTON_WIDTH } else { HEADING_GAP }
        - input.measure.width(&count, HEADING_SIZE, Font::Strong);
    let name = name.chars().take(200).collect::<String>();
    let mut text = elided(&name, room, HEADING_SIZE, Font::Strong, input.measure);
    // Where the name does not fit, the count still does.
    text.push_str(if text.is_empty() { count.trim_start_matches([' ', '·']) } else { &count });
    GroupRow { category, rect, text, is_collapsed, has_only_button, density: Vec::new() }
}
