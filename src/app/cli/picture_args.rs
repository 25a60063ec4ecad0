//! What `render` is asked for beyond today's view: paper, title, lanes, legend, sources.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::domain::Dataset;
use crate::session::{MAX_ACROSS, PageFit, PictureChoice, PictureFormat, PictureLanes, PictureTheme};
use crate::timeline::Paper;

/// What a picture is chosen by, on the command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::app) struct PictureArgs {
    #[arg(long, value_name = "PAPER", value_parser = paper(), ignore_case = true)]
    pub(super) paper: Option<Paper>,
    #[arg(long, conflicts_with = "portrait")]
    pub(super) landscape: bool,
    #[arg(long)]
    pub(super) portrait: bool,
    #[arg(long, conflicts_with = "pages")]
    pub(super) tiles: bool,
    #[arg(long)]
    pub(super) pages: bool,
    #[arg(long, conflicts_with_all = ["pages", "tiles", "across"])]
    pub(super) one_page: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=i64::from(MAX_ACROSS)))]
    pub(super) across: Option<u8>,
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "LANES")]
    pub(super) lanes: Option<String>,
    #[arg(long)]
    pub(super) no_labels: bool,
    #[arg(long)]
    pub(super) legend: bool,
    #[arg(long, conflicts_with = "legend")]
    pub(super) no_legend: bool,
    #[arg(long)]
    pub(super) sources: bool,
    #[arg(long, conflicts_with = "sources")]
    pub(super) no_sources: bool,
    #[arg(long)]
    pub(super) no_numbers: bool,
    #[arg(long)]
    pub(super) no_table: bool,
}

/// The names of what is given.
pub(super) fn given<const N: usize>(options: [(bool, &'static str); N]) -> Vec<&'static str> {
    options.into_iter().filter(|(is_given, _)| *is_given).map(|(_, name)| name).collect()
}

fn paper() -> impl TypedValueParser<Value = Paper> {
    let names = Paper::ALL.map(|paper| paper.name());
    PossibleValuesParser::new(names).map(|name| Paper::from_name(&name).unwrap_or_default())
}

impl PictureArgs {
    /// Whether anything is asked for that only a chosen picture of this format has.
    pub(super) fn is_any(&self, format: PictureFormat) -> bool {
        self.title.is_some()
            || self.lanes.is_some()
            || !self.of_pictures().is_empty()
            || (format == PictureFormat::Pdf && !self.of_paper().is_empty())
    }

    /// Whether it is asked how the timeline is laid on paper.
    pub(super) fn has_fit(&self) -> bool {
        self.tiles || self.pages || self.one_page || self.across.is_some()
    }

    /// The options that are given and that only paper has, as they are written.
    pub(super) fn of_paper(&self) -> Vec<&'static str> {
        given([
            (self.paper.is_some(), "--paper"),
            (self.landscape, "--landscape"),
            (self.portrait, "--portrait"),
            (self.tiles, "--tiles"),
            (self.pages, "--pages"),
            (self.one_page, "--one-page"),
            (self.across.is_some(), "--across"),
            (self.no_table, "--no-table"),
        ])
    }

    /// The options that are given and that pictures have, but no page of HTML, as they are written.
    pub(super) fn of_pictures(&self) -> Vec<&'static str> {
        given([
            (self.no_labels, "--no-labels"),
            (self.legend, "--legend"),
            (self.no_legend, "--no-legend"),
            (self.sources, "--sources"),
            (self.no_sources, "--no-sources"),
            (self.no_numbers, "--no-numbers"),
        ])
    }

    /// What is chosen: as before, but for what is asked for. Gives back the id of a lane that is not there.
    pub(super) fn choice(
        &self,
        before: PictureChoice,
        format: PictureFormat,
        theme: Option<PictureTheme>,
        dataset: &Dataset,
    ) -> Result<PictureChoice, String> {
        let mut choice = PictureChoice { format, ..before };
        choice.theme = theme.unwrap_or(choice.theme);
        choice.paper = self.paper.unwrap_or(choice.paper);
        choice.is_landscape = (choice.is_landscape || self.landscape) && !self.portrait;
        if self.tiles {
            choice.fit = PageFit::Tiles;
        } else if self.pages || self.across.is_some() {
            choice.fit = PageFit::Pages;
        } else if self.one_page {
            choice.fit = PageFit::OnePage;
        }
        choice.across = self.across.unwrap_or(choice.across);
        if let Some(title) = &self.title {
            choice.title = Some(title.clone());
        }
        choice.has_labels &= !self.no_labels;
        choice.has_legend = (choice.has_legend || self.legend) && !self.no_legend;
        choice.has_caption = (choice.has_caption || self.sources) && !self.no_sources;
        choice.has_numbers &= !self.no_numbers;
        choice.has_table &= !self.no_table;
        match self.lanes.as_deref() {
            None => {}
            Some("all") => choice.lanes = PictureLanes::Shown,
            Some("selected") => choice.lanes = PictureLanes::Selection,
            Some(ids) => {
                let found = ids.split(',').map(str::trim).map(|id| dataset.find_treaty(id).ok_or(id));
                let found: Result<Vec<_>, &str> = found.collect();
                choice.lanes = PictureLanes::These(found.map_err(str::to_owned)?);
            }
        }
        Ok(choice)
    }
}
