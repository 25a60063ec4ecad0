//! Few steps to what is meant: filter menus by keyboard and pointer, a group alone, what is hidden or counted as a way to
//! it, opening and exporting in a narrow window, a lane that is gone to.

use std::sync::Arc;

use crate::common::window::{Window, click, label, mark, press, says, session, start, start_with};
use crate::common::{ScriptedDialogs, app, bundled, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, pos2};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{EventKind, Moment, Status, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::session::{
    Action, Command, Facet, Filter, FilterCommand, LawCommand, OverlayCommand, Preferences, SelectionCommand,
    Session, TableKind,
};
use treaty_timeline::timeline::{LaneHeight, Scene, Selection};

/// The category of the treaties between the United States and Russia.
const BILATERAL: &str = "Bilateral · US – USSR/Russia";

fn names(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

/// Clicks the button of exactly this name.
fn click_button(window: &mut Window, name: &str) {
    let node = window.query_all_by_role(Role::Button).find(|node| label(node) == name);
    node.unwrap_or_else(|| panic!("no button {name}: {:?}", names(window))).click();
    window.run();
}

/// Clicks the first button whose name begins so.
fn click_first(window: &mut Window, begins: &str) {
    let node = window.query_all_by_role(Role::Button).find(|node| label(node).starts_with(begins));
    node.unwrap_or_else(|| panic!("no button begins with {begins}: {:?}", names(window))).click();
    window.run();
}

fn open_menu_of(window: &mut Window, begins: &str) {
    let node = window.query_all_by_role(Role::Button).find(|node| label(node).starts_with(begins));
    node.unwrap_or_else(|| panic!("no button begins with {begins}")).click_secondary();
    window.run();
}

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn is_open(window: &Window, menu: &str) -> bool {
    window.query_by_label(&format!("{menu}: Type to find")).is_some()
}

fn in_language(language: Language, world: treaty_timeline::session::World) -> Session {
    let preferences = Preferences { language: Some(language), ..Preferences::default() };
    Session::new(Arc::new(world), preferences, None)
}

#[test]
fn enter_takes_the_first_value_and_in_the_empty_field_closes_the_menu() {
    let mut window = start();
    click_first(&mut window, "Category");
    type_text(&mut window, "multilateral");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let filter = session(&window).filter.active.clone();
    let category = filter.chosen().collect::<Vec<Facet>>();
    assert!(matches!(category[..], [Facet::Category(_)]), "{category:?}");
    assert!(is_open(&window, "Category"), "for another one");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!is_open(&window, "Category"));
    assert_eq!(session(&window).filter.active, filter, "nothing was chosen by the second Enter");

    // Where nothing else can be chosen, the choice closes the menu.
    click_first(&mut window, "Category: ");
    assert!(is_open(&window, "Category"));
    click_button(&mut window, "Any");
    assert!(session(&window).filter.active.is_empty());
    assert!(!is_open(&window, "Category"));
}

#[test]
fn enter_on_one_speaker_closes_the_menu_and_leads_to_all_that_he_said() {
    let mut window = start();
    click_first(&mut window, "Speakers");
    type_text(&mut window, "ryabk");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!is_open(&window, "Speakers"));
    let links = window.query_all_by_role(Role::Link);
    let links: Vec<_> = links.filter(|node| label(node).starts_with("All quotations by ")).collect();
    assert_eq!(links.len(), 1);
    links[0].click();
    window.run();
    assert!(matches!(session(&window).selection.selected, Selection::Speaker(_)));
}

#[test]
fn a_click_outside_closes_a_filter_menu_and_is_not_lost() {
    let mut window = start();
    click_button(&mut window, "Speakers");
    assert!(is_open(&window, "Speakers"));
    let at = mark(&window, "NPT, ");
    click(&mut window, at, 1, Modifiers::NONE);
    assert!(!is_open(&window, "Speakers"));
    let npt = session(&window).world.dataset.find_treaty("NPT").unwrap();
    assert_eq!(session(&window).selection.selected, Selection::Treaty(npt));

    // Of another menu's button too.
    click_button(&mut window, "Speakers");
    click_button(&mut window, "Category");
    assert!(is_open(&window, "Category") && !is_open(&window, "Speakers"));
}

#[test]
fn the_whole_row_of_a_filter_under_more_opens_its_values() {
    let mut window = start();
    click_button(&mut window, "More");
    let is_year = |name: &String| name.starts_with("198") || name.starts_with("199");
    assert!(!names(&window).iter().any(is_year));
    let row = window.get_by_role_and_label(Role::Button, "Years").rect();
    assert!(row.width() > 200.0, "{row:?}");
    for is_listed in [true, false] {
        click(&mut window, pos2(row.right() - 6.0, row.center().y), 1, Modifiers::NONE);
        assert_eq!(names(&window).iter().any(is_year), is_listed);
    }
}

#[test]
fn what_was_in_force_between_two_states_on_a_date_is_found_with_its_grounds_in_four_actions() {
    let mut window = start_with(bundled());
    press(&mut window, Modifiers::COMMAND, Key::L);
    type_text(&mut window, "1 January 2022");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let link = window.query_all_by_role(Role::Link).find(|node| label(node) == "New START");
    link.expect("the list of the treaties on the date has it").click();
    window.run();
    assert!(says(&window, "On 1 January 2022: in force"));
    assert!(says(&window, "Extended to 5 February 2026"));
}

#[test]
fn a_group_is_shown_alone_by_its_heading_with_two_clicks_and_all_groups_again() {
    let mut window = start_with(bundled());
    open_menu_of(&mut window, BILATERAL);
    click_button(&mut window, "Show only this group");
    assert_eq!(session(&window).filter.active, Filter::only(Facet::Category(0)));
    open_menu_of(&mut window, BILATERAL);
    click_button(&mut window, "Show all groups");
    assert!(session(&window).filter.active.is_empty());

    // All of it at once: every lane, and the whole period.
    open_menu_of(&mut window, BILATERAL);
    click_button(&mut window, "Show only this group, fitted to the window");
    let session = session(&window);
    assert_eq!(session.filter.active, Filter::only(Facet::Category(0)));
    assert_eq!(session.lane_height(), LaneHeight::Fit);
    let height = f64::from(Scene::plot_height(session.view.size));
    assert!(session.view.rows.max_scroll(height) < 0.01);
    let dataset = &session.world.dataset;
    for id in (0..dataset.treaties().len()).map(TreatyId::new) {
        let is_of_group = dataset.treaty(id).category == 0;
        assert_eq!(session.view.rows.has_lane(id), is_of_group);
        let in_time = |at: Moment| {
            let (from, to) = session.view.current.time.moments();
            (from..to).contains(&at)
        };
        assert!(!is_of_group || dataset.events_of(id).iter().all(|&id| in_time(dataset.event(id).at())));
    }
}

/// Whether every lane of the category, and nothing else, is in the window at once.
fn shows_all_of_group(window: &Window, category: usize) -> bool {
    let session = session(window);
    let height = f64::from(Scene::plot_height(session.view.size));
    let dataset = &session.world.dataset;
    let mut treaties = (0..dataset.treaties().len()).map(TreatyId::new);
    treaties.all(|id| session.view.rows.has_lane(id) == (dataset.treaty(id).category == category))
        && session.view.rows.max_scroll(height) < 0.01
}

#[test]
fn one_click_in_the_heading_of_a_group_shows_all_of_it_and_nothing_else() {
    let mut window = start_with(bundled());
    let funnel = format!("Show only the group “{BILATERAL}”");
    click_button(&mut window, &funnel);
    assert!(shows_all_of_group(&window, 0));
    let time = session(&window).view.current.time;
    let year = |year| Moment::from_ymd(year, 1, 1).unwrap();
    assert!(time.moments().0 < year(1964) && time.moments().1 > year(2026), "{time:?}");
    click_button(&mut window, &funnel);
    assert!(session(&window).filter.active.is_empty());
    assert_eq!(session(&window).lane_height(), LaneHeight::Comfortable);
    // By keys alone.
    window.get_by_role_and_label(Role::Button, &funnel).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(shows_all_of_group(&window, 0));
}

#[test]
fn what_a_filter_leaves_is_all_in_the_window_where_lower_lanes_make_that_possible() {
    let mut window = start_with(bundled());
    let height = |window: &Window| session(window).lane_height();
    click_first(&mut window, "Category");
    click_first(&mut window, &format!("{BILATERAL}, "));
    assert!(shows_all_of_group(&window, 0));
    assert_eq!(height(&window), LaneHeight::Fit);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(height(&window), LaneHeight::Comfortable, "the preference is the same as before");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(height(&window), LaneHeight::Fit);
    // Who chooses a height while the filter is on keeps it.
    window.get_by_role_and_label(Role::RadioButton, "Comfortable lanes").click();
    window.run();
    assert_eq!(height(&window), LaneHeight::Comfortable);
    let filter = |window: &mut Window, filter| {
        window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter)));
        window.run();
    };
    filter(&mut window, Filter::only(Facet::Category(0)));
    assert_eq!(height(&window), LaneHeight::Comfortable);
    // What fits as it is, or not at all, leaves the height alone.
    filter(&mut window, Filter::default());
    let inf = session(&window).world.dataset.find_treaty("INF").unwrap();
    filter(&mut window, Filter::only(Facet::Treaty(inf)));
    assert_eq!(height(&window), LaneHeight::Comfortable);
    filter(&mut window, Filter::only(Facet::Status(Status::InForce)));
    assert_eq!(height(&window), LaneHeight::Comfortable);
}

#[test]
fn a_group_is_shown_alone_by_the_palette_even_if_it_was_collapsed() {
    for (language, words) in [(Language::English, "only bilateral"), (Language::Russian, "только bilateral")]
    {
        let mut session = in_language(language, bundled());
        session.apply(Command::Do(Action::CollapseAll));
        session.apply(Command::Do(Action::Palette));
        session.apply(Command::Overlay(OverlayCommand::SetText(words.to_owned())));
        session.apply(Command::Overlay(OverlayCommand::Accept));
        assert_eq!(session.overlay, None);
        assert_eq!(session.filter.active, Filter::only(Facet::Category(0)), "{words}");
        let inf = session.world.dataset.find_treaty("INF").unwrap();
        assert!(session.view.rows.has_lane(inf), "{words}");
    }
}

#[test]
fn what_is_hidden_from_the_details_has_a_link_that_shows_it() {
    for (language, ends) in [(Action::English, "· Show"), (Action::Russian, "· Показать")] {
        let mut window = start();
        window.state_mut().apply_command(Command::Do(language));
        let inf = session(&window).world.dataset.find_treaty("INF").unwrap();
        let lanes = session(&window).view.rows.height();
        let filter = Filter::only(Facet::Kind(EventKind::Suspended));
        window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter)));
        let go = SelectionCommand::GoTo(Selection::Treaty(inf));
        window.state_mut().apply_command(Command::Selection(go));
        window.run();
        let link = |window: &Window| {
            let link = window.query_all_by_role(Role::Link).find(|node| label(node).ends_with(ends));
            link.map(|node| node.rect().center())
        };
        let at = link(&window).expect("a link");
        click(&mut window, at, 1, Modifiers::NONE);
        assert!(session(&window).filter.result.is_none());
        assert_eq!(session(&window).view.rows.height(), lanes);
        assert!(link(&window).is_none());
        assert_eq!(session(&window).selection.selected, Selection::Treaty(inf), "it stays");
    }
}

#[test]
fn what_is_hidden_comes_back_whatever_hides_it() {
    let mut session = in_language(Language::English, seven());
    let inf = Selection::Treaty(session.world.dataset.find_treaty("INF").unwrap());
    session.apply(Command::Selection(SelectionCommand::Select(inf)));
    session.apply(Command::Do(Action::HideLane));
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Spoken)));
    session.apply(Command::Filter(FilterCommand::ShowHidden));
    assert!(session.filter.result.is_none() && session.view.arrangement.hidden.is_empty());
    session.apply(Command::Do(Action::Undo));
    assert!(session.filter.active.has(Facet::Spoken) && session.view.arrangement.hidden.len() == 1);
}

#[test]
fn the_count_of_treaties_leads_to_their_list() {
    let mut window = start();
    let inf = session(&window).world.dataset.find_treaty("INF").unwrap();
    window.state_mut().apply_command(Command::Filter(FilterCommand::OnlyTreaties(vec![inf])));
    window.run();
    click_first(&mut window, "1 of 7 treaties");
    let tables = &session(&window).tables;
    assert!(tables.choice.is_open && tables.choice.kind == TableKind::Treaties);
    assert_eq!(tables.rows.order[..], [inf.index() as u32]);
    click_first(&mut window, "1 of 7 treaties");
    assert!(!session(&window).tables.choice.is_open);
}

#[test]
fn a_narrow_window_with_a_status_date_still_opens_and_exports_from_its_top_bar() {
    for (language, choose, name) in [
        (Language::English, Action::English, "Open and export"),
        (Language::Russian, Action::Russian, "Открытие и экспорт"),
    ] {
        let strings = language.strings();
        let mut window = app([800.0, 600.0], Theme::Light, &ScriptedDialogs::default());
        window.state_mut().apply_command(Command::Do(choose));
        let day = Moment::from_ymd(2022, 1, 1);
        window.state_mut().apply_command(Command::Law(LawCommand::SetDate(day)));
        window.run();
        let rect = window.get_by_role_and_label(Role::Button, name).rect();
        assert!(rect.right() <= 800.0 && rect.bottom() <= 44.0, "{rect:?}");
        click_button(&mut window, name);
        for action in [Action::Open, Action::ExportSvg, Action::ExportPng] {
            let entry = action.label(strings).name;
            assert!(names(&window).iter().any(|name| name == entry), "{entry}");
        }
    }
}

#[test]
fn a_lane_that_is_gone_to_is_seen_whole_with_its_neighbours() {
    let mut session = in_language(Language::English, bundled());
    let all: Vec<TreatyId> = (0..session.world.dataset.treaties().len()).map(TreatyId::new).collect();
    let height = f64::from(Scene::plot_height(session.view.size));
    for &id in all.iter().chain(all.iter().rev()) {
        session.apply(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(id))));
        let rows = &session.view.rows;
        let (top, bottom) = rows.lane_between(id);
        let margin = rows.metrics().lane.height;
        let scroll = session.view.current.scroll;
        assert!((top - margin).max(0.0) >= scroll - 0.01, "{}", session.world.dataset.treaty(id).name);
        let below = (bottom + margin).min(rows.height());
        assert!(below <= scroll + height + 0.01, "{}", session.world.dataset.treaty(id).name);
    }
}
