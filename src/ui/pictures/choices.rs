//! What is chosen for a picture: format, lanes, period, title, colours, paper.

use egui::{ComboBox, DragValue, RichText, ScrollArea, TextEdit};

use crate::language::Label;
use crate::session::{
    Action, Command, MAX_ACROSS, PageFit, PictureChoice, PictureFormat, PictureLanes, PicturePeriod,
    PictureTheme, PicturesCommand, TypedPeriodProblem,
};
use crate::timeline::{Ink, Paper};
use crate::ui::frame::Frame;
use crate::ui::{theme, widgets};

/// Width of the menus.
const MENU: f32 = 190.0;

/// `lanes` says how many lanes are shown, are in the window, are selected.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, lanes: [usize; 3], commands: &mut Vec<Command>) {
    let before = &frame.session.pictures.choice;
    let mut choice = before.clone();
    ScrollArea::vertical().id_salt("picture choices").auto_shrink(false).show(ui, |ui| {
        formats(ui, frame, &mut choice, commands);
        what(ui, frame, lanes, &mut choice, commands);
        page(ui, frame, &mut choice);
    });
    if choice != *before {
        commands.push(Command::Pictures(PicturesCommand::Choose(choice)));
    }
}

fn formats(ui: &mut egui::Ui, frame: &Frame<'_>, choice: &mut PictureChoice, commands: &mut Vec<Command>) {
    widgets::heading(ui, frame, frame.strings().pictures.format);
    ui.horizontal_wrapped(|ui| {
        for format in PictureFormat::ALL {
            let name = format.extension().to_uppercase();
            ui.selectable_value(&mut choice.format, format, name);
        }
        // What is no picture has nothing to be chosen here.
        let texts = &frame.strings().pictures;
        if ui.button(texts.web_page.name).on_hover_text(texts.web_page.tooltip).clicked() {
            commands.extend([Command::Do(Action::Escape), Command::Do(Action::ExportPage)]);
        }
        let data = ui.menu_button(texts.data_formats.name, |ui| {
            for &action in Action::ALL.iter().filter(|action| action.data_format().is_some()) {
                let label = action.label(frame.strings());
                if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                    commands.extend([Command::Do(Action::Escape), Command::Do(action)]);
                    ui.close();
                }
            }
        });
        data.response.on_hover_text(texts.data_formats.tooltip);
    });
}

fn what(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    counts: [usize; 3],
    choice: &mut PictureChoice,
    commands: &mut Vec<Command>,
) {
    let (texts, session) = (&frame.strings().pictures, frame.session);
    ui.add_space(8.0);
    widgets::heading(ui, frame, texts.what);
    let [shown, visible, selected] = counts;
    let lanes_name = |lanes: &PictureLanes| match lanes {
        PictureLanes::Visible => (texts.lanes_visible)(visible),
        PictureLanes::Selection => (texts.lanes_selected)(selected),
        PictureLanes::Shown | PictureLanes::These(_) => (texts.lanes_shown)(shown),
    };
    let lanes = [PictureLanes::Shown, PictureLanes::Visible, PictureLanes::Selection];
    let is_of_slides = choice.format == PictureFormat::Pdf && choice.fit == PageFit::Slides;
    if !is_of_slides {
        menu(ui, texts.lanes, &mut choice.lanes, &lanes, lanes_name);
        periods_menu(ui, frame, choice, commands);
    }
    line(ui, texts.picture_title, |ui, label| {
        let mut title = choice.title.clone().unwrap_or_default();
        let hint = session.picture_title(&PictureChoice::default());
        let field = TextEdit::singleline(&mut title).hint_text(hint).desired_width(MENU).char_limit(300);
        if ui.add(field).labelled_by(label).changed() {
            choice.title = (!title.is_empty()).then_some(title);
        }
    });
    let themes = [PictureTheme::Light, PictureTheme::Dark, PictureTheme::Print];
    menu(ui, texts.theme, &mut choice.theme, &themes, |theme| {
        match theme {
            PictureTheme::Light => texts.light,
            PictureTheme::Dark => texts.dark,
            PictureTheme::Print => texts.print,
        }
        .to_owned()
    });
    if choice.theme == PictureTheme::Light && ui.visuals().dark_mode {
        widgets::muted(ui, frame, texts.on_white);
    }
    switch(ui, texts.labels, &mut choice.has_labels);
    // A step has its own lanes and period, and nothing under its note.
    if is_of_slides {
        return;
    }
    switch(ui, texts.legend, &mut choice.has_legend);
    switch(ui, texts.caption, &mut choice.has_caption);
    if choice.has_caption || choice.has_table {
        switch(ui, texts.numbers, &mut choice.has_numbers);
    }
    switch(ui, texts.window_marks, &mut choice.has_window_marks);
    if choice.format == PictureFormat::Pdf {
        switch(ui, texts.with_table, &mut choice.has_table);
    }
}

fn periods_menu(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    choice: &mut PictureChoice,
    commands: &mut Vec<Command>,
) {
    let texts = &frame.strings().pictures;
    let mut periods = vec![PicturePeriod::Visible, PicturePeriod::Whole, PicturePeriod::Selection];
    if matches!(choice.period, PicturePeriod::Between(..)) {
        periods.push(choice.period);
    }
    menu(ui, texts.period, &mut choice.period, &periods, |period| {
        match period {
            PicturePeriod::Visible => texts.visible_period,
            PicturePeriod::Whole => texts.whole_period,
            PicturePeriod::Selection => texts.selected_period,
            PicturePeriod::Between(..) => texts.typed_period,
        }
        .to_owned()
    });
    typed_period(ui, frame, choice, commands);
}

/// Two fields for dates, which stand for the period where they can be read.
fn typed_period(ui: &mut egui::Ui, frame: &Frame<'_>, choice: &PictureChoice, commands: &mut Vec<Command>) {
    let (strings, session) = (frame.strings(), frame.session);
    let before = &session.pictures.typed;
    let mut typed = before.clone();
    let (from, to) = session.picture_period(choice);
    for ((name, text), day) in strings.pictures.typed_ends.into_iter().zip(&mut typed).zip([from, to]) {
        line(ui, name, |ui, label| {
            let hint = (strings.dates.day)(day);
            ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(MENU)).labelled_by(label);
        });
    }
    let problem = session.typed_period_problem().map(|problem| match problem {
        TypedPeriodProblem::EndsBefore => strings.pictures.ends_before.to_owned(),
        TypedPeriodProblem::NoDate(i, problem) => {
            let text = before.get(i).map(|text| text.trim()).unwrap_or_default();
            (strings.dates.problem)(text, problem)
        }
    });
    if let Some(problem) = problem {
        ui.label(RichText::new(problem).size(12.0).color(theme::colour(frame.palette, Ink::End)));
    }
    if typed != *before {
        commands.push(Command::Pictures(PicturesCommand::TypePeriod(typed)));
    }
}

fn page(ui: &mut egui::Ui, frame: &Frame<'_>, choice: &mut PictureChoice) {
    let texts = &frame.strings().pictures;
    match choice.format {
        PictureFormat::Svg => {}
        PictureFormat::Png => {
            ui.add_space(8.0);
            menu(ui, texts.resolution, &mut choice.scale, &[1, 2, 3, 4], |scale| format!("{scale} ×"));
        }
        PictureFormat::Pdf => {
            ui.add_space(8.0);
            widgets::heading(ui, frame, texts.page_heading);
            let papers: Vec<(Paper, bool)> =
                Paper::ALL.into_iter().flat_map(|paper| [(paper, true), (paper, false)]).collect();
            let has_slides = !frame.session.view.bookmarks.is_empty() || choice.fit == PageFit::Slides;
            let mut paper = (choice.paper, choice.is_landscape);
            if choice.fit != PageFit::Slides {
                menu(ui, texts.paper, &mut paper, &papers, |&(paper, is_landscape)| {
                    if is_landscape {
                        (texts.landscape)(paper.name())
                    } else {
                        (texts.portrait)(paper.name())
                    }
                });
            }
            (choice.paper, choice.is_landscape) = paper;
            let fits = [PageFit::OnePage, PageFit::Pages, PageFit::Tiles, PageFit::Slides];
            let fits = fits.get(..if has_slides { 4 } else { 3 }).unwrap_or(&fits);
            menu(ui, texts.fit, &mut choice.fit, fits, |fit| {
                match fit {
                    PageFit::OnePage => texts.one_page,
                    PageFit::Pages => texts.several_pages,
                    PageFit::Tiles => texts.tiles,
                    PageFit::Slides => texts.slides,
                }
                .to_owned()
            });
            if choice.fit == PageFit::Pages {
                line(ui, texts.across.name, |ui, label| {
                    let value = DragValue::new(&mut choice.across).range(1..=MAX_ACROSS);
                    ui.add(value).labelled_by(label).on_hover_text(texts.across.tooltip);
                });
            }
        }
    }
}

/// A line with a name at the left and a widget at the right.
fn line(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui, egui::Id)) {
    ui.horizontal(|ui| {
        let label = ui.label(name).id;
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| add(ui, label));
    });
}

/// A line with a menu of values.
fn menu<T: Clone + PartialEq>(
    ui: &mut egui::Ui,
    name: &str,
    value: &mut T,
    values: &[T],
    said: impl Fn(&T) -> String,
) {
    line(ui, name, |ui, label| {
        let menu = ComboBox::from_id_salt(name).width(MENU).truncate().selected_text(said(value));
        let shown = menu.show_ui(ui, |ui| {
            let mut is_chosen = false;
            for other in values {
                if ui.selectable_value(value, other.clone(), said(other)).clicked() {
                    // By a key too: only a press of the pointer would close it by itself.
                    ui.close();
                    is_chosen = true;
                }
            }
            is_chosen
        });
        if shown.inner == Some(true) {
            shown.response.request_focus();
        }
        let _named = shown.response.labelled_by(label);
    });
}

fn switch(ui: &mut egui::Ui, label: Label, is_on: &mut bool) {
    ui.checkbox(is_on, label.name).on_hover_text(label.tooltip);
}
