//! A slide of TimelineJS, from whichever file, made an event.

use crate::diagnostics::Span;
use crate::load::formats::builder::{Builder, Origin, Written, is_address, is_local_path};
use crate::load::formats::civil::{Civil, NoCivil, edtf_of};
use crate::load::formats::markup::{plain, plain_line};
use crate::load::own_names::is_picture;
use crate::load::position::Position;
use crate::records::{EventRecord, NamedTexts};

/// A slide with its texts as they are written.
#[derive(Default)]
pub(super) struct Slide {
    pub(super) id: Option<String>,
    /// The date in EDTF, if this program has written the slide.
    pub(super) edtf: Option<String>,
    pub(super) start: Option<Written>,
    pub(super) end: Option<Written>,
    pub(super) headline: Option<String>,
    pub(super) text: Option<String>,
    pub(super) group: Option<String>,
    pub(super) display_date: Option<String>,
    pub(super) media: Option<String>,
    pub(super) credit: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) is_era: bool,
    pub(super) rest: NamedTexts,
}

/// The parts of a date as they are written: year, month, day, and the time of day.
pub(super) struct Parts {
    pub(super) year: String,
    pub(super) month: Option<String>,
    pub(super) day: Option<String>,
    pub(super) time: Option<String>,
}

impl Parts {
    /// The date that the parts make. A negative year is one before the common era: -44 is 44 BCE.
    pub(super) fn read(self, span: Span) -> Written {
        let (month, day) = (self.month.as_deref(), self.day.as_deref());
        let texts: Vec<&str> = std::iter::once(self.year.as_str()).chain(month).chain(day).collect();
        let text = texts.join("-");
        Written { read: self.date(), text, span }
    }

    fn date(&self) -> Result<Civil, NoCivil> {
        // People write 65,000,000 and 65 000 000.
        let year: String = self.year.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
        let year = year.strip_suffix(".0").unwrap_or(&year);
        if year.len() > 5 && year.strip_prefix('-').unwrap_or(year).bytes().all(|byte| byte.is_ascii_digit())
        {
            return Err(NoCivil::DeepTime);
        }
        let year: i64 = year.parse().map_err(|_err| NoCivil::NoDate)?;
        let year = if year < 0 { year + 1 } else { year };
        let number = |part: Option<&str>| match part.map(str::trim) {
            None | Some("") => Ok(None),
            Some(part) => part.parse::<u32>().map(Some).map_err(|_err| NoCivil::NoDate),
        };
        if !(-9999..=9999).contains(&year) {
            return Err(NoCivil::DeepTime);
        }
        let date = edtf_of(year, number(self.month.as_deref())?, number(self.day.as_deref())?)
            .ok_or(NoCivil::NoDate)?;
        Ok(Civil { date, time: self.time.as_deref().and_then(clock) })
    }
}

/// A date of the old form and the old sheet, where `5/14/1931` has the month first whatever the country.
pub(super) fn old_date(text: String, span: Span) -> Written {
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let is_number = |part: &&&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let [month, day, year] = parts.as_slice()
        && parts.iter().filter(is_number).count() == 3
        && year.len() > 2
    {
        let own = |part: &str| Some(part.to_owned());
        let parts = Parts { year: (*year).to_owned(), month: own(month), day: own(day), time: None };
        return Written { text, ..parts.read(span) };
    }
    Written::of(text, span)
}

/// A time as people write it, `14:30` or `2:30 pm`, as `hh:mm:ss`; nothing at midnight.
pub(super) fn clock(text: &str) -> Option<String> {
    let lower = text.trim().to_ascii_lowercase();
    let (digits, half) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(12)),
        (_, Some(digits)) => (digits, Some(0)),
        _ => (lower.as_str(), None),
    };
    let mut parts =
        digits.trim().split(':').map(|part| part.trim().split('.').next().unwrap_or_default().parse::<u32>());
    let hour = parts.next()?.ok()?;
    let minute = parts.next().map_or(Some(0), Result::ok)?;
    let second = parts.next().map_or(Some(0), Result::ok)?;
    let hour = half.map_or(hour, |half| hour % 12 + half);
    let is_time = hour < 24 && minute < 60 && second < 60 && hour + minute + second > 0;
    is_time.then(|| format!("{hour:02}:{minute:02}:{second:02}"))
}

impl Slide {
    /// Adds the event that the slide is; without a date it is left out.
    pub(super) fn add<'a>(self, builder: &mut Builder<'a, '_, '_>, whole: Span, place: Position<'a>) {
        let is_own = self.edtf.is_some();
        let edtf = self.edtf.or_else(|| builder.time(self.start.as_ref(), self.end.as_ref(), whole));
        let Some(edtf) = edtf else { return };
        let group = self.group.as_deref().map(plain_line).filter(|group| !group.is_empty());
        let lane = match (group, self.is_era) {
            // The word of the format: eras stand behind the events there.
            (_, true) => builder.lane("\u{0}eras", "eras", "", whole),
            (Some(group), false) => builder.lane(&group, &group, "", whole),
            (None, false) => builder.main_lane(whole),
        };
        let mut fields = self.rest;
        let mut keep = |name: &str, text: Option<&String>| {
            let text = text.map(|text| plain(text)).filter(|text| !text.is_empty());
            fields.0.extend(text.map(|text| (name.to_owned(), text)));
        };
        keep("caption", self.caption.as_ref());
        let media = self.media.as_deref().map(str::trim).unwrap_or_default();
        let image = Some(media).filter(|media| is_local_path(media) && is_picture(media)).map(str::to_owned);
        let source = if is_address(media) {
            let credit = self.credit.as_deref().map(plain_line).filter(|credit| !credit.is_empty());
            let title = credit.unwrap_or_else(|| media.to_owned());
            let origin = Origin { title, url: Some(media.to_owned()), ..Origin::default() };
            Some(builder.source(origin, whole))
        } else {
            keep("credit", self.credit.as_ref());
            keep("media", self.media.as_ref().filter(|_| image.is_none()));
            None
        };
        let summary = self.text.as_deref().map(plain).filter(|text| !text.is_empty());
        let headline = self.headline.as_deref().map(plain_line).filter(|headline| !headline.is_empty());
        let first_line = || summary.as_deref().and_then(|text| text.lines().next()).map(str::to_owned);
        let title = headline.or_else(first_line);
        let mut claim = builder.claim(edtf, source, whole);
        // Beside a date of its own this program has written no more than the same in words.
        let note = self.display_date.as_deref().filter(|_| !is_own).map(plain_line);
        claim.note = note.filter(|note| !note.is_empty());
        let record = EventRecord {
            treaty: lane,
            dates: vec![claim],
            summary: summary.filter(|summary| Some(summary) != title.as_ref()),
            title,
            url: Some(media.to_owned()).filter(|media| is_address(media)),
            image,
            fields,
            ..EventRecord::default()
        };
        builder.event(record, self.id.as_deref(), place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("14:30", Some("14:30:00")),
            ("2:30 PM", Some("14:30:00")),
            ("12:05am", Some("00:05:00")),
            ("00:00:00", None),
            ("noon", None),
            ("25:00", None),
        ] {
            assert_eq!(clock(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn years_before_the_common_era_are_counted_without_a_year_zero() {
        let date = |year: &str| {
            let parts = Parts { year: year.to_owned(), month: None, day: None, time: None };
            parts.date().map(|civil| civil.date)
        };
        assert_eq!(date("-44"), Ok("-0043".to_owned()));
        assert_eq!(date("1,987"), Ok("1987".to_owned()));
        assert_eq!(date("-65,000,000"), Err(NoCivil::DeepTime));
        assert_eq!(date("MCMXC"), Err(NoCivil::NoDate));
    }
}
