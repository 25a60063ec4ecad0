//! The table of texts: every language fills each field, or the program does not compile.

use crate::diagnostics::WriteProblem;
use crate::domain::{
    Brief, DateRole, EdtfDate, EdtfError, EventKind, EventRelation, KnownYear, Moment, Nature, PhaseKind,
    SourceKind, State, Status, TreatyRelation,
};
use crate::search::QueryProblem;

use super::chart_words::ChartWords;
use super::compare_words::CompareWords;
use super::law_words::LawWords;
use super::page_table::PageWords;
use super::table_words::TableWords;

/// A name with an explanation of one sentence.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The name, for menus and buttons.
    pub name: &'static str,
    /// What it does, for tooltips and screen readers.
    pub help: &'static str,
}

/// Says something about a number of things.
pub(super) type Counted = fn(usize) -> String;
/// Says something about a name.
pub(super) type Named = fn(&str) -> String;

macro_rules! texts {
    ($(#[$doc:meta])* $table:ident { $($(#[$about:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $table {
            $($(#[$about])* pub(crate) $field: $kind,)*
        }
    };
}

pub(super) use texts;

/// A number with a sign between each three digits.
pub(super) fn grouped(n: usize, sign: char) -> String {
    grouped_digits(&n.to_string(), sign)
}

fn grouped_digits(digits: &str, sign: char) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(digit);
    }
    out
}

/// A figure with a sign between each three digits.
///
/// It has two places after the point at most, or three digits that count where it is less than 1. What is too great or
/// too small to be read so is written with a power of ten.
pub(super) fn figure(value: f64, sign: char, point: &str) -> String {
    const GREAT: f64 = 1e15;
    const SMALL: f64 = 1e-6;
    let size = value.abs();
    let minus = if value < 0.0 { "−" } else { "" };
    if !size.is_finite() {
        return "–".to_owned();
    }
    if size > 0.0 && !(SMALL..GREAT).contains(&size) {
        let text = format!("{size:.2e}");
        let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
        return format!("{minus}{} × 10^{}", trimmed(digits, None, point), power.replace('-', "−"));
    }
    let places = if size > 0.0 && size < 1.0 { (2.0 - size.log10().floor()) as usize } else { 2 };
    format!("{minus}{}", trimmed(&format!("{size:.places$}"), Some(sign), point))
}

/// Digits with a point as a language writes them, without the noughts at the end.
fn trimmed(text: &str, sign: Option<char>, point: &str) -> String {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let whole = sign.map_or_else(|| whole.to_owned(), |sign| grouped_digits(whole, sign));
    let places = places.trim_end_matches('0');
    if places.is_empty() { whole } else { format!("{whole}{point}{places}") }
}

/// A name with its explanation.
pub(super) const fn said(name: &'static str, help: &'static str) -> Said {
    Said { name, help }
}

texts! {
    /// What the interface says in one language. A function puts a count or a name where the language wants it.
    Words {
        actions: Actions,
        gestures: Gestures,
        notices: Notices,
        chart: ChartWords,
        compare: CompareWords,
        /// A figure of a series.
        figure: fn(f64) -> String,
        law: LawWords,
        page: PageWords,
        table: TableWords,

        // Dates and the terms of the record.
        date: fn(&EdtfDate) -> String,
        short_date: fn(&EdtfDate) -> String,
        precision: fn(&EdtfDate) -> String,
        date_problem: fn(&str, EdtfError) -> String,
        day: fn(Moment) -> String,
        short_day: fn(Moment) -> String,
        short_month: fn(u32) -> &'static str,
        month_of_year: fn(u32, i32) -> String,
        year: fn(i32) -> String,
        /// The years from one to another.
        years: fn(i32, i32) -> String,
        event_kind: fn(EventKind) -> &'static str,
        phase: fn(PhaseKind, Nature) -> &'static str,
        state: fn(State, Nature) -> String,
        brief: fn(Brief) -> String,
        date_role: fn(DateRole) -> &'static str,
        event_relation: fn(EventRelation) -> &'static str,
        treaty_relation: fn(TreatyRelation) -> &'static str,
        source_kind: fn(SourceKind) -> &'static str,
        language: fn(&str) -> Option<&'static str>,

        // Counts.
        lanes: Counted,
        treaties: Counted,
        events: Counted,
        statements: Counted,
        problems: fn(usize, usize) -> String,

        // The top bar.
        file: &'static str,
        view: &'static str,
        go: &'static str,
        export: &'static str,
        appearance: &'static str,
        as_of: Named,
        as_of_today: &'static str,
        to_bookmark: &'static str,
        to_dark: &'static str,
        to_light: &'static str,

        // Finding and filtering.
        find: &'static str,
        find_hint: &'static str,
        find_help: &'static str,
        nothing_found: Named,
        most_words: &'static str,
        hits: Counted,
        hit_of: fn(usize, usize) -> String,
        query_problem: fn(&QueryProblem) -> String,
        filter_party: &'static str,
        filter_category: &'static str,
        filter_state: &'static str,
        filter_kind: &'static str,
        filter_speaker: &'static str,
        filter_spoken: &'static str,
        filter_years: &'static str,
        filter_saved: &'static str,
        filter_name: &'static str,
        filter_save: &'static str,
        filter_forget: &'static str,
        filter_language: &'static str,
        filter_source: &'static str,
        filter_off: &'static str,
        only_this: Named,
        any_value: &'static str,
        status: fn(Status) -> &'static str,
        shown_of: fn(usize, usize, usize, usize) -> String,

        // The timeline.
        timeline: Named,
        today: &'static str,
        pinned: &'static str,
        law_on: Named,
        on_day: fn(&str, &str) -> String,
        scroll_lanes: &'static str,
        empty: &'static str,
        folded: &'static str,
        unfolded: &'static str,
        stands_for: fn(String, String) -> String,
        phase_since: fn(&str, KnownYear) -> String,
        phase_span: fn(&str, &str, Option<&str>) -> String,
        notice_runs: fn(&str, &str, usize) -> String,
        parties_of: Named,
        open_crowd: &'static str,
        list_crowd: &'static str,
        list_overflow: &'static str,
        overview: Named,
        first_edge: &'static str,
        last_edge: &'static str,
        chosen_days: Counted,
        /// Events and statements of a stretch of time that the filter hides; not both are none.
        chosen_hidden: fn(usize, usize) -> String,
        zoom_there: &'static str,

        // The bar at the bottom.
        scale: fn(f64) -> String,
        zoom: fn(f64) -> String,
        law_counts: fn(&str, [usize; 4]) -> String,

        changed_on_disk: &'static str,
        gone_from_disk: &'static str,

        // What lies over the window.
        go_to_date: &'static str,
        read_law: &'static str,
        date_hint: &'static str,
        date_help: &'static str,
        enter_goes_to: Named,
        find_command: &'static str,
        find_command_hint: &'static str,
        no_command: &'static str,
        close: &'static str,

        // Menus and links of marks and cards.
        unpin: &'static str,
        copy_quote: &'static str,
        copy_citation: &'static str,
        copy_citations: &'static str,
        open_source: &'static str,
        show_in_source: Said,
        law_on_this_day: &'static str,
        show_on_timeline: &'static str,
        in_original: Named,
        in_translation: Named,
        go_to: Named,
        translated_by: Named,
        accessed: Named,

        // Details.
        dataset: &'static str,
        current_to: Named,
        how_to_read: &'static str,
        how_to_start: &'static str,
        phases: &'static str,
        notice_running: &'static str,
        dates: &'static str,
        date_approximate: &'static str,
        date_uncertain: &'static str,
        date_spread: &'static str,
        date_open: &'static str,
        date_disputed: &'static str,
        event_types: &'static str,
        voices: &'static str,
        voice_us: &'static str,
        voice_ru: &'static str,
        voice_other: &'static str,
        licence: &'static str,
        acting_party: &'static str,
        parties: &'static str,
        depositaries: &'static str,
        not_recorded: &'static str,
        successor_to: fn(&str, &str) -> String,
        linked_statements: Counted,
        disputed: &'static str,
        claims: &'static str,
        before_and_after: &'static str,
        stands_together: Counted,
        tied_to: &'static str,
        statement: &'static str,
        against_record: &'static str,
        about: Counted,
        about_nothing: &'static str,
        same_occasion: Counted,
        treaty_in: Named,
        duration: &'static str,
        also_called: &'static str,
        other_treaties: &'static str,
        steps: Counted,
        statements_heading: Counted,
        sources: Counted,
        and_more: Named,
        and_more_on_timeline: Counted,
        quotation: Named,
        several: Counted,
        clear_picked: &'static str,
        several_help: &'static str,

        // The list of problems, and opening a file.
        was_not_opened: fn(&str, &str) -> String,
        copy_all: Said,
        close_problems: Said,
        stays_open: &'static str,
        open_rest: &'static str,
        open_rest_help: Named,
        place: fn(usize, usize) -> String,
        error: &'static str,
        warning: &'static str,
        not_listed: Counted,
        opening: Named,
        progress_of: Named,
        cancel: Said,
        bundled: &'static str,
        open_title: &'static str,
        save_title: &'static str,
        datasets_filter: &'static str,
        all_files_filter: &'static str,
    }
}

texts! {
    /// What the status bar says of something that happened.
    Notices {
        opened: Named,
        cancelled: Named,
        quote_copied: &'static str,
        citation_copied: &'static str,
        citations_copied: Counted,
        problems_copied: &'static str,
        no_other_view: &'static str,
        hidden: Named,
        no_parties: Named,
        first_parties: fn(&str, usize) -> String,
        parties_shown: fn(&str, usize) -> String,
        select_treaty: &'static str,
        filter_cleared: &'static str,
        text_size: fn(u16) -> String,
        at_date: Named,
        bookmark_gone: &'static str,
        bookmark_set: Named,
        no_bookmark: &'static str,
        memory_broken: Named,
        memory_off: &'static str,
        memory_not_written: Named,
        nothing_kept: Named,
        unsaved_not_kept: Named,
        nothing_to_reload: &'static str,
        only_first: Named,
        no_dialog: &'static str,
        no_browser: &'static str,
        /// An answer about a dataset that is no longer open.
        stray_answer: &'static str,
        picked_enough: Counted,
        cluster_listed: Counted,
        /// A frame that a fault cut short.
        drawing_failed: &'static str,
        exported: Named,
        /// A picture that had no room for every lane.
        exported_part: Named,
        not_exported: fn(&str, &str) -> String,
        write_problem: fn(&WriteProblem) -> String,
    }
}

texts! {
    /// What a hand does, and what comes of it.
    Gestures {
        wheel: Said,
        shift_wheel: Said,
        drag: Said,
        heads_wheel: Said,
        zoom_box: Said,
        choose_span: Said,
        click: Said,
        click_more: Said,
        click_heading: Said,
        open_crowd: Said,
        double_click: Said,
        right_click: Said,
        drag_law: Said,
        drag_strip: Said,
        drag_head: Said,
        tab: Said,
        enter: Said,
        short_wheel: Said,
        short_drag: Said,
    }
}

texts! {
    /// The names of actions.
    Actions {
        open: Said, open_bundled: Said, reload: Said, read_document: Said, compare: Said, export_svg: Said, export_png: Said, quit: Said,
        zoom_in: Said, zoom_out: Said, fit: Said, page_earlier: Said, page_later: Said, pan_earlier: Said,
        pan_later: Said, back: Said, forward: Said, today: Said, go_to_date: Said, find: Said, filter_off: Said,
        as_of_date: Said, as_of_here: Said, as_of_off: Said,
        fold_all: Said, unfold_all: Said, bookmark: Said, next_bookmark: Said,
        pin_lane: Said, pin_up: Said, pin_down: Said, parties: Said, hide_lane: Said, show_lanes: Said,
        previous: Said, next: Said, previous_in_lane: Said, next_in_lane: Said,
        lane_above: Said, lane_below: Said, first: Said, last: Said, centre: Said,
        pick: Said, choose_here: Said, escape: Said, text_larger: Said, text_smaller: Said, details: Said, keys: Said, palette: Said,
        problems: Said, table: Said, charts: Said, log_scale: Said, wheel_scrolls: Said,
        light_theme: Said, dark_theme: Said, system_theme: Said, high_contrast: Said, reduce_motion: Said,
        english: Said, russian: Said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_any_size_say_what_they_are() {
        let english = |value: f64| figure(value, ',', ".");
        for (value, words) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.001, "−0.001"),
            (0.006, "0.006"),
            (0.125, "0.125"),
            (0.3, "0.3"),
            (1234.5, "1,234.5"),
            (-1_000_000.0, "−1,000,000"),
            (2e19, "2 × 10^19"),
            (-1.5e-9, "−1.5 × 10^−9"),
            (f64::MAX, "1.8 × 10^308"),
        ] {
            assert_eq!(english(value), words);
        }
        assert_eq!(figure(1234.5, '\u{a0}', ","), "1\u{a0}234,5");
    }
}
