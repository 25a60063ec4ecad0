//! English: what each rule is about.

use crate::diagnostics::Rule;

#[expect(clippy::too_many_lines, reason = "one line for each rule")]
pub(in crate::language) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::EmptyFile => "There is nothing in the file, so there is nothing to show.",
        Rule::NotText => "The bytes are not text in UTF-8, so none of its characters can be trusted.",
        Rule::OtherFormat => "The file is of a kind that other programs read: a table, a calendar, a page.",
        Rule::Utf16 => "The file was written in UTF-16; it is read, but other tools may fail on it.",
        Rule::LoneSurrogate => {
            "An escape gives half of a character, as where a text was cut between the two halves."
        }
        Rule::JsonSyntax => "The text is not JSON from here on.",
        Rule::WrongShape => "A value is of another kind than the format requires.",
        Rule::UnknownFormat => "The file does not say that it is in a format this program reads.",
        Rule::MissingField => "A required field is missing.",
        Rule::DuplicateId => "Two records of one table have the same id, so a link could mean either.",
        Rule::HiddenInId => {
            "An id contains characters that are invisible or control a terminal, so nobody could check a link against it."
        }
        Rule::UnknownId => "An id leads to no record.",
        Rule::UnknownEventType => {
            "The type of an event is spelled almost like one of the format, and counts as a type of the dataset's own."
        }
        Rule::UnknownWord => "The value is not one of those that the field may have.",
        Rule::BadDate => "A date is not EDTF, or not in the calendar.",
        Rule::DateCycle => {
            "Relative dates depend on each other in a circle, so none of them can be worked out."
        }
        Rule::BadPeriod => {
            "A period of a clause is not an ISO 8601 duration in calendar units, so nothing can be counted with it."
        }
        Rule::MissingDate => "An event has no date, so it has no place on a timeline.",
        Rule::MissingSource => "A date, a series or a statement names no source where it was seen.",
        Rule::LinkToNothing => "An entry of \"about\" names neither an event nor a treaty.",
        Rule::SeveralPreferred => {
            "More than one date of an event is marked as preferred; the first is drawn."
        }
        Rule::BeforeSignature => {
            "An event that needs a signed treaty is dated before the treaty was signed or opened for signature."
        }
        Rule::InForceTwice => {
            "A treaty enters into force once, and for one party once until it leaves: two such events are one recorded twice, or an end is missing between them."
        }
        Rule::EndedTwice => "A treaty ends once; one of two events that end it is something else.",
        Rule::AfterEnd => {
            "A treaty that has ended can be neither joined nor suspended nor left, so one of the dates is wrong."
        }
        Rule::NotBound => {
            "Only a party that is bound can suspend or leave (VCLT art. 54 and 57): the event that bound it is missing, or the date is wrong."
        }
        Rule::WithoutNotice => "The treaty asks for notice before withdrawal, and no notice is recorded.",
        Rule::NoticeTooShort => "A withdrawal takes effect sooner after its notice than the treaty allows.",
        Rule::NothingToLift => "A suspension or a notice that is not recorded is lifted.",
        Rule::NothingToRevoke => "A ratification that is not recorded is revoked.",
        Rule::AfterChecked => {
            "An event is dated after the day on which the file was last checked: it cannot have been seen."
        }
        Rule::LinkToLater => {
            "A link leads from an event to a later one, though an event completes or answers what came before."
        }
        Rule::DuplicateEvent => "Two events of one treaty have the same type, party, date and title.",
        Rule::DuplicateStatement => "Two statements have the same words.",
        Rule::DuplicateSource => "Two sources have the same address, so one text counts as two.",
        Rule::MissingRole => {
            "A statement does not say in what role its speaker spoke; the same words weigh differently in and out of office."
        }
        Rule::AboutNothing => "A statement is linked to nothing, and no note says why it is in the file.",
        Rule::NamedTwice => "A list names one thing twice; it is linked once.",
        Rule::LookAlike => "Two names or headings look the same on screen.",
        Rule::LongQuotation => "A quotation of more than sixty words is a reprint.",
        Rule::UnbalancedMarks => "A quotation mark without its counterpart: something was lost in copying.",
        Rule::DocumentOutside => {
            "The copy of a source is outside the data file's folder: a dataset from elsewhere must not lead to other files."
        }
        Rule::NoPicture => {
            "The picture of an event is a file of another kind: a dataset must not lead to programs."
        }
        Rule::OddFigure => {
            "A figure below zero, or larger than anything that is counted, is most likely a typo."
        }
        Rule::UnusedSource => "No date, statement, clause or figure is based on the source.",
        Rule::Orphan => {
            "A treaty without events, a speaker without statements or an unreferenced party is left over, or not yet linked."
        }
        Rule::MissingGlyph => {
            "A character is in none of the bundled fonts: pictures made on another machine would lack it."
        }
        Rule::UnknownField => "This version does not know the field; it is kept as it is.",
        Rule::LongText => "A title or name is so long that it will be cut on screen.",
        Rule::UnreadableCell => {
            "A cell of a table, or a part of an entry, cannot be read; what is in it is left out."
        }
        Rule::DayOrMonth => {
            "Nothing in a column of dates tells the day from the month; they are left out rather than guessed."
        }
        Rule::DatesRead => {
            "Dates of a column are written in a way that may mean something else; what they were taken for is said once."
        }
        Rule::TypesRead => {
            "Only their titles say what type some events are, and leave no doubt; their number is given once."
        }
        Rule::PartyNotMatched => {
            "A party is not a state that the program knows. It is kept under its own name."
        }
        Rule::ColumnsLeftOut => {
            "A table has more columns than any spreadsheet can hold; those beyond are left out."
        }
        Rule::RowLeftOut => {
            "A row of a table, or an entry of another program's file, becomes neither an event nor a quotation."
        }
        Rule::OtherEncoding => "The file is not in Unicode; its encoding was judged by its letters.",
        Rule::ControlCharacters => {
            "Control characters and direction marks would hide or reorder text; they are not shown."
        }
    }
}
