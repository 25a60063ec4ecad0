//! English: what each kind of event is, in plain words.

use crate::domain::{EventFamily, EventKind};

/// What an event of a kind is, after the Vienna Convention on the Law of Treaties (VCLT) where that has a rule.
pub(super) fn meaning(kind: EventKind) -> &'static str {
    match kind {
        EventKind::NegotiationsBegan => "Talks on a treaty began, or began again.",
        EventKind::Proposed => "Someone put forward a text, a limit or a meeting. A proposal binds nobody.",
        // VCLT art. 9.
        EventKind::Adopted => {
            "Those who negotiated settled the wording. The text is fixed, and binds nobody yet."
        }
        EventKind::OpenedForSignature => "From this day on states could sign.",
        // VCLT art. 10, 12 and 18.
        EventKind::Signed => {
            "A representative put the name of the state to the text. Where ratification must follow, a signature alone does not bind, but the signatory must not defeat the treaty’s purpose."
        }
        // VCLT art. 18(a).
        EventKind::SignatureWithdrawn => {
            "A signatory made clear that it will not become a party, and so has no duties from its signature any more."
        }
        // The international act is that of VCLT art. 14; a vote at home is not.
        EventKind::DomesticStep => {
            "Something that a state does at home on the way to ratifying or leaving, such as a vote of parliament. By itself it binds no one abroad."
        }
        // VCLT art. 2(1)(b), 14 and 16.
        EventKind::Ratified => {
            "A state that had signed confirmed towards the others that it will be bound, by exchanging or depositing a document."
        }
        // VCLT art. 14(2).
        EventKind::Accepted => {
            "Another name for ratifying, with the same effect; some states use it under their own law."
        }
        // VCLT art. 14(2).
        EventKind::Approved => {
            "Has the same effect as ratifying and accepting; which word is used depends on the treaty and on the law at home."
        }
        // VCLT art. 15.
        EventKind::Acceded => {
            "A state that had not signed joined the treaty in one act, with the same effect as ratifying."
        }
        EventKind::Succeeded => {
            "A new state took over the place in a treaty of the state to which its territory had belonged."
        }
        // VCLT art. 25.
        EventKind::ProvisionallyApplied => {
            "The treaty is carried out before it has entered into force, because it says so or its makers agreed so."
        }
        // VCLT art. 24.
        EventKind::EnteredIntoForce => {
            "From this day on the treaty binds: as a whole when its own conditions are met, or for one state that joined later."
        }
        // VCLT art. 39 and 40.
        EventKind::Amended => "The text was changed by agreement of the parties.",
        EventKind::ExtensionAgreed => {
            "The parties agreed to prolong the treaty; the prolongation is not yet in effect."
        }
        EventKind::Extended => "The treaty goes on beyond the day on which it would have run out.",
        EventKind::Implemented => {
            "What the treaty asks for was done: arms reduced, limits met, a body set up."
        }
        EventKind::VerificationChanged => {
            "Inspections, notifications or exchanges of data began, paused or stopped."
        }
        // An allegation; VCLT art. 60 attaches consequences to a material breach only.
        EventKind::BreachAlleged => {
            "One side says that another breaks the treaty. The record says who said so, not who is right."
        }
        EventKind::SuspensionAnnounced => {
            "A government said that it would suspend; it has not yet done so in due form."
        }
        // VCLT art. 57, 58, 60 and 72.
        EventKind::Suspended => {
            "The treaty stays in being, but is not carried out for the time being: by all, or by the party that suspended it."
        }
        EventKind::SuspensionLifted => "The treaty is carried out again.",
        EventKind::WithdrawalAnnounced => {
            "A government said that it would leave; it has not yet given notice in due form."
        }
        // VCLT art. 56(2), 65 and 67.
        EventKind::WithdrawalNotified => {
            "A party told the others in writing that it will leave. The notice period begins; until it has passed, the treaty binds."
        }
        // VCLT art. 68.
        EventKind::WithdrawalSuspended => {
            "A notice was taken back or halted before it had taken effect, so that the party stayed."
        }
        // VCLT art. 54 and 70.
        EventKind::WithdrawalEffective => "The notice period is over: from this day on the party is out.",
        EventKind::RatificationRevoked => {
            "A state took its ratification back. Whether it could, where the treaty was in force, is a separate legal question."
        }
        // VCLT art. 54 and 70.
        EventKind::Terminated => {
            "The treaty is over for all, by agreement, under its own terms, or because one of two parties left."
        }
        // VCLT art. 54(a).
        EventKind::Expired => "The treaty is over because the time that it was made for has run out.",
        // VCLT art. 59.
        EventKind::Superseded => "A later treaty between the same parties took its place.",
        EventKind::Rejected => {
            "A parliament or another party said no: to a treaty, to a proposal or to a demand."
        }
        EventKind::Declaration => "A government stated its position, as a rule in writing.",
        EventKind::ReviewConference => "The parties met, as the treaty provides, to look at how it works.",
        EventKind::Test => {
            "A nuclear explosion or the launch of a missile that the treaty or its parties speak of."
        }
        EventKind::Meeting => "A meeting or consultation, of which no more than that is recorded.",
        EventKind::Own(_) => "A type of event that the file names itself.",
        EventKind::Other => "Something in the history of the treaty that is of none of the other types.",
    }
}

/// What the events of a family have in common.
pub(super) fn family(family: EventFamily) -> &'static str {
    match family {
        EventFamily::Talks => "Negotiations, proposals and meetings",
        EventFamily::Signature => {
            "The text, its signature, and the acts by which states agree to be bound by it"
        }
        EventFamily::Entry => "The treaty begins to bind, or to be carried out",
        EventFamily::Change => "The treaty, or the way it is carried out, is changed or reviewed",
        EventFamily::Doubt => "Someone alleges a breach of the treaty, or rejects it",
        EventFamily::Suspension => "The treaty is not carried out for the time being, or is again",
        EventFamily::Exit => "A party leaves, or the treaty ends; drawn over all other symbols",
        EventFamily::Other => "Declarations, tests, and whatever fits nowhere else",
    }
}
