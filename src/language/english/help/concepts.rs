//! English: terms of the glossary that are no kinds of event.

use crate::language::help::{Concept, Definition};

/// A term with its meaning; the articles are at [`Concept`].
pub(super) fn definition(concept: Concept) -> Definition {
    let (name, meaning) = match concept {
        Concept::PoliticalDocument => (
            "Political document",
            "A text that states agree on without making it binding in law. It is agreed, not signed and ratified.",
        ),
        Concept::SignedNotInForce => (
            "Signed, not in force",
            "Signed, and not yet binding. Until a signatory makes clear that it will not join, it must not defeat the purpose of the treaty.",
        ),
        Concept::InForce => (
            "In force, in effect, agreed",
            "A treaty in force binds its parties. A political document binds nobody in law: it is agreed when adopted, and in effect while it is followed.",
        ),
        Concept::Party => (
            "Party",
            "A state that has consented to be bound by a treaty and for which it is in force. A state that only signed is a signatory.",
        ),
        Concept::Consent => (
            "Consent to be bound",
            "The act by which a state takes on a treaty: ratification, acceptance, approval, accession, or signature alone where the treaty says so.",
        ),
        Concept::InstrumentsExchanged => (
            "Instruments exchanged",
            "The parties hand each other the documents by which they ratify. With several parties, the documents are deposited with the depositary instead.",
        ),
        Concept::Depositary => (
            "Depositary",
            "The state or organisation that keeps the original of a treaty, receives signatures, ratifications and notices, and tells the other parties.",
        ),
        Concept::Denunciation => (
            "Denunciation",
            "A party’s declaration that it ends its participation in a treaty. With two parties it ends the treaty; with more, it is the same as withdrawal.",
        ),
        Concept::NoticePeriod => (
            "Notice and notice period",
            "Notice tells the other parties of a withdrawal. It takes effect when the period that the treaty sets has passed; until then the treaty binds.",
        ),
        Concept::Quotation => (
            "Quotation",
            "What an official said or a text says, word for word, with its source. The colour shows for which side it was said; a symbol that stands for several sides has the colour of “others”.",
        ),
        Concept::Precision => (
            "Precision",
            "How exactly a date is known: to a day, a month, a year, a decade. A band is drawn over the whole period that the date may mean.",
        ),
        Concept::Approximate => {
            ("Approximate date", "The source says that the date is approximate; its band has soft ends.")
        }
        Concept::Uncertain => ("Uncertain date", "The source doubts the date itself; its band is hollow."),
        Concept::OpenDate => (
            "Open date",
            "A period of which only one end is known or fixed; an arrow shows where it goes on.",
        ),
        Concept::Disputed => (
            "Disputed date",
            "Sources give different dates for the same act. The preferred one is drawn, the others are hollow points joined to it.",
        ),
        Concept::Edtf => (
            "EDTF",
            "Extended Date/Time Format, a standard for writing dates that may be inexact: 1987-12 is a month, 198X a decade, 1987~ about 1987, 1987? perhaps 1987.",
        ),
        Concept::NotRecorded => (
            "Not recorded",
            "The dataset does not say. That does not mean that there was nothing: a state without recorded events may well be a party.",
        ),
    };
    Definition { name, meaning }
}
