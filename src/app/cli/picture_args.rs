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
    pub(super) no_table: bool,
}

fn paper() -> impl TypedValueParser<Value = Paper> {
    let names = Paper::ALL.map(|paper| paper.name());
    PossibleValuesParser::new(names).map(|name| Paper::from_name(&name).unwrap_or_default())
}

impl PictureArgs {
    /// Whether anything is asked for that only a chosen picture has.
    pub(super) fn is_any(&self) -> bool {
        self.paper.is_some()
            || self.landscape
            || self.portrait
            || self.tiles
            || self.pages
            || self.across.is_some()
            || self.title.is_some()
            || self.lanes.is_some()
            || self.no_labels
            || self.legend
            || self.no_legend
            || self.sources
            || self.no_sources
            || self.no_table
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
        }
        choice.across = self.across.unwrap_or(choice.across);
        if let Some(title) = &self.title {
            choice.title = Some(title.clone());
        }
        choice.has_labels &= !self.no_labels;
        choice.has_legend = (choice.has_legend || self.legend) && !self.no_legend;
        choice.has_caption = (choice.has_caption || self.sources) && !self.no_sources;
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
