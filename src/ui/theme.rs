//! The look: fonts, sizes, and every colour from the [`Palette`].

use std::sync::{Arc, OnceLock};

use egui_system_font_provider::SystemFontProvider;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, Style, TextStyle,
};

use crate::session::ThemeChoice;
use crate::timeline::{Font, Ink, Paint, Palette};

use super::bidi;

/// Text size of titles in the details panel.
pub(super) const TITLE_SIZE: f32 = 18.0;
/// Text size of quotations.
pub(super) const QUOTE_SIZE: f32 = 14.5;
/// The grid: every margin is a multiple of it.
pub(super) const GRID: f32 = 4.0;

/// Installs the bundled fonts, with the system's fonts as fallback, and the reordering of right-to-left text.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for font in Font::ALL {
        let name = format!("{font:?}");
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(font.bytes())));
        fonts.families.insert(family_of(font), vec![name, "Text".to_owned()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["Text".to_owned()]);
    ctx.set_fonts(fonts);
    ctx.add_font_provider(Arc::new(SystemFonts::default()));
    ctx.add_plugin(bidi::ReadingOrder);
}

/// The system's fonts, looked up when the first character appears that the bundled fonts lack. eframe would look them up at
/// every start, which takes longer than everything else at the start.
#[derive(Default)]
struct SystemFonts(OnceLock<SystemFontProvider>);

impl egui::FontProvider for SystemFonts {
    fn font_for(&self, request: &egui::FallbackRequest<'_>) -> Option<egui::FontInsert> {
        self.0.get_or_init(SystemFontProvider::new).font_for(request)
    }
}

/// The font family of a font.
pub(super) fn family_of(font: Font) -> FontFamily {
    match font {
        Font::Text => FontFamily::Proportional,
        Font::Strong => FontFamily::Name("strong".into()),
        Font::Serif => FontFamily::Name("serif".into()),
    }
}

/// A font at a size.
pub(super) fn font(font: Font, size: f32) -> FontId {
    FontId::new(size, family_of(font))
}

/// Sets the light and the dark style, and which of them is used.
pub fn apply_theme(ctx: &egui::Context, choice: ThemeChoice, high_contrast: bool) {
    let preference = match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    };
    // Light if the system has no preference.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    ctx.set_theme(preference);
    ctx.set_style_of(egui::Theme::Light, style(Palette::new(false, high_contrast), egui::Theme::Light));
    ctx.set_style_of(egui::Theme::Dark, style(Palette::new(true, high_contrast), egui::Theme::Dark));
}

/// The background of the whole window: one sheet of paper, on which lines divide the panels. Nothing fills it a second
/// time: without a graphics card a filled window is the most expensive thing to draw.
pub fn background(visuals: &egui::Visuals) -> Color32 {
    visuals.extreme_bg_color
}

/// A panel's frame: a margin and no fill.
pub(super) fn panel(margin: Margin) -> egui::Frame {
    egui::Frame::NONE.inner_margin(margin)
}

/// The palette of the current style.
pub(super) fn palette_of(ui: &egui::Ui, high_contrast: bool) -> Palette {
    Palette::new(ui.visuals().dark_mode, high_contrast)
}

/// The colour of an ink.
#[expect(clippy::disallowed_methods, reason = "the one place where colours are made")]
pub(super) fn colour(palette: Palette, ink: Ink) -> Color32 {
    let [r, g, b] = palette.rgb(ink);
    Color32::from_rgb(r, g, b)
}

/// Draws checkboxes with an outline: it is all there is to see of an empty one, and must be visible (WCAG 2.2, 1.4.11).
pub(super) fn outline_boxes(ui: &mut egui::Ui, palette: Palette) {
    ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.0, colour(palette, Ink::Muted));
}

/// The colour of a paint.
pub(super) fn paint(palette: Palette, paint: Paint) -> Color32 {
    colour(palette, paint.ink).gamma_multiply(paint.alpha)
}

fn style(palette: Palette, theme: egui::Theme) -> Style {
    let ink = |ink| colour(palette, ink);
    let mut style = theme.default_style();
    style.text_styles = [
        (TextStyle::Small, font(Font::Text, 11.0)),
        (TextStyle::Body, font(Font::Text, 13.0)),
        (TextStyle::Button, font(Font::Text, 13.0)),
        (TextStyle::Heading, font(Font::Strong, TITLE_SIZE)),
        (TextStyle::Monospace, font(Font::Text, 12.0)),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(2.0 * GRID, GRID);
    style.spacing.button_padding = egui::vec2(10.0, GRID);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.interact_size.y = 24.0;
    // Tooltips answer the pointer: no long pause.
    style.interaction.tooltip_delay = 0.2;
    style.interaction.selectable_labels = true;
    style.url_in_tooltip = true;

    let visuals = &mut style.visuals;
    visuals.panel_fill = ink(Ink::Paper);
    visuals.window_fill = ink(Ink::Paper);
    visuals.window_stroke = Stroke::new(1.0, ink(Ink::Line));
    visuals.extreme_bg_color = ink(Ink::Paper);
    visuals.faint_bg_color = ink(Ink::Panel);
    visuals.code_bg_color = ink(Ink::Panel);
    visuals.hyperlink_color = ink(Ink::Accent);
    visuals.warn_fg_color = ink(Ink::Suspended);
    visuals.error_fg_color = ink(Ink::End);
    visuals.weak_text_color = Some(ink(Ink::Muted));
    visuals.selection.bg_fill = ink(Ink::Accent).gamma_multiply(0.35);
    visuals.selection.stroke = Stroke::new(1.0, ink(Ink::Text));
    visuals.popup_shadow.color = Color32::from_black_alpha(if palette.is_dark() { 90 } else { 30 });
    visuals.popup_shadow.blur = 12;
    visuals.popup_shadow.offset = [0, 4];

    let text = Stroke::new(1.0, ink(Ink::Text));
    let line = Stroke::new(1.0, ink(Ink::Line));
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = text;
    widgets.noninteractive.bg_stroke = line;
    widgets.noninteractive.bg_fill = ink(Ink::Panel);
    for (state, ground, edge) in [
        (&mut widgets.inactive, Ink::Panel, Ink::Line),
        (&mut widgets.hovered, Ink::Panel, Ink::Muted),
        (&mut widgets.active, Ink::Panel, Ink::Accent),
        (&mut widgets.open, Ink::Panel, Ink::Muted),
    ] {
        state.bg_fill = ink(ground);
        state.weak_bg_fill = ink(ground);
        state.bg_stroke = Stroke::new(1.0, ink(edge));
        state.fg_stroke = text;
        state.corner_radius = CornerRadius::same(6);
        state.expansion = 0.0;
    }
    // Focus must be visible without colour: a thicker outline.
    widgets.active.bg_stroke = Stroke::new(2.0, ink(Ink::Accent));
    style
}
