//! Pictures: the dialog in which one is chosen, and what stands on it.

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Pictures: the dialog in which one is chosen, and what stands on it.
    Pictures {
        /// The title of the dialog.
        title: &'static str,
        /// What a screen reader calls the preview; the argument is a number of pages.
        preview: WithCount,
        /// Under the preview: which page is shown, of how many.
        page_of: fn(usize, usize) -> String,
        /// A button: the page before.
        previous_page: Label,
        /// A button: the next page.
        next_page: Label,
        /// A heading over the formats.
        format: &'static str,
        /// A heading over what is drawn.
        what: &'static str,
        /// A heading over the choices of paper.
        page_heading: &'static str,
        /// A choice: which lanes.
        lanes: &'static str,
        /// Its values, with a number of lanes: those shown, those in the window, those of the selection.
        lanes_shown: WithCount,
        /// The same.
        lanes_visible: WithCount,
        /// The same.
        lanes_selected: WithCount,
        /// A choice: which period.
        period: &'static str,
        /// Its values.
        whole_period: &'static str,
        /// The same.
        visible_period: &'static str,
        /// The same.
        selected_period: &'static str,
        /// The same: dates that are typed.
        typed_period: &'static str,
        /// The names of the fields in which the period is typed.
        typed_ends: [&'static str; 2],
        /// Under these fields.
        ends_before: &'static str,
        /// A button beside the formats: export a web page.
        web_page: Label,
        /// A menu beside the formats: save the data.
        data_formats: Label,
        /// A field: the title of the picture.
        picture_title: &'static str,
        /// A switch: names beside marks.
        labels: Label,
        /// A switch: the signs that occur are explained.
        legend: Label,
        /// A switch: the data, its sources and a link to the view are given.
        caption: Label,
        /// A switch: the numbers of sources stand at the marks.
        numbers: Label,
        /// A switch: a table of the events is attached.
        with_table: Label,
        /// A switch: what belongs to the window is drawn as well.
        window_marks: Label,
        /// A choice: the colours.
        theme: &'static str,
        /// Its values.
        light: &'static str,
        /// The same.
        dark: &'static str,
        /// The same.
        print: &'static str,
        /// A choice: pixels per point.
        resolution: &'static str,
        /// A choice: the size of paper.
        paper: &'static str,
        /// Its values; the argument is the name of a size.
        landscape: WithName,
        /// The same.
        portrait: WithName,
        /// A choice: how the timeline is laid on paper.
        fit: &'static str,
        /// Its values.
        one_page: &'static str,
        /// The same.
        several_pages: &'static str,
        /// The same.
        tiles: &'static str,
        /// The same: bookmarks on pages for a screen.
        slides: &'static str,
        /// For screen readers: a slide that is shown, of all; its texts follow.
        slide_of: fn(usize, usize) -> String,
        /// Buttons under it: to the page before.
        previous_slide: Label,
        /// The same, to the next.
        next_slide: Label,
        /// The same, back to the timeline.
        leave_slides: Label,
        /// Under the choice of colours in a dark window.
        on_white: &'static str,
        /// A field: how many pages the period takes from left to right.
        across: Label,
        /// A button: put the picture on the clipboard.
        copy: Label,
        /// A button: write the picture to a file.
        save: Label,
        /// A button: close the dialog.
        cancel: Label,
        /// In the status bar.
        copied: &'static str,
        /// In the top bar: a picture is drawn for the clipboard.
        copying: &'static str,
        /// In the status bar: it was cancelled.
        not_copied: &'static str,
        /// In the status bar: the named picture was not written.
        cancelled: WithName,
        /// In the top bar: the named picture is being written.
        writing: WithName,
        /// In the status bar: the characters for which no font was found.
        missing_letters: WithName,
        /// In the status bar: the PDF does not keep all rules for screen readers.
        not_accessible: &'static str,
        /// The title of a picture of a dataset without one.
        untitled: &'static str,
        /// Under the title: the status of treaties is that of the named day.
        status_on: WithName,
        /// Before the caption: the dataset with its version.
        data: WithName,
        /// In the caption: the dataset as of the named day.
        version_of: WithName,
        /// In the caption of a PDF.
        sources_at_end: WithCount,
        /// In the caption of a picture.
        sources_below: WithCount,
        /// After the last source that there is room for.
        more_sources: WithCount,
        /// The heading over the table of events.
        table: &'static str,
        /// A column heading there: what happened, or was said.
        event: &'static str,
        /// The heading over the list of sources, and a column heading.
        sources: &'static str,
        /// Under the table: how many rows it has no room for.
        rows_left_out: WithCount,
        /// The number of a page, of all.
        page: fn(usize, usize) -> String,
        /// A warning: the size of the names of lanes on paper, in points.
        smallest_font_size: fn(f32) -> String,
        /// The row and the column of a tile, each of how many.
        tile: fn([usize; 2], [usize; 2]) -> String,
    }
}
