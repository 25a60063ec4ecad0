//! What a title says that happened to a treaty, where nothing else says it: “Signed”, “Вступил в силу”, “Ratified by the USSR”.
//!
//! A title is understood as a whole or not at all: who acted, the act, the treaty, the place or the day, and not a word
//! more. “Senate refuses to ratify” and “Ratified by the Senate” stay what they are.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::diagnostics::{EntryProblem, Rule};
use crate::domain::EventKind::{
    self, Acceded, EnteredIntoForce, Expired, NegotiationsBegan, OpenedForSignature, Other, Ratified, Signed,
    Succeeded, Suspended, Terminated, WithdrawalAnnounced, WithdrawalEffective, WithdrawalNotified,
};
use crate::records::{NatureRecord, PartyRecord};

use super::reader::{Reader, Row, Tables};
use super::table::countries::{Codes, Country, country};
use super::table::header_words::folded;
use super::table::party_names::several;

/// The acts, in five languages: as verbs of the treaty or of who acted, and as nouns.
const ACTS: &[(EventKind, &str)] = &[
    (
        NegotiationsBegan,
        "talks begin, talks began, talks open, talks opened, negotiations begin, negotiations began, negotiations open, negotiations opened, start of negotiations, переговоры начались, переговоры начинаются, начало переговоров, les négociations s'ouvrent, ouverture des négociations, verhandlungen beginnen, verhandlungen begannen, beginn der verhandlungen, inicio de las negociaciones",
    ),
    (
        Suspended,
        "suspends, suspended, is suspended, was suspended, suspension, приостановил, приостановила, приостановили, приостанавливает, приостановлен, приостановлена, приостановлено, приостановление, suspend, suspendu, suspendue, ausgesetzt, setzt aus, aussetzung, suspende, suspendido, suspensión",
    ),
    (
        Signed,
        "signed, is signed, was signed, signs, sign, signature, signing, подписан, подписана, подписано, подписание, подписал, подписала, подписали, подписывает, подписывают, signé, signée, est signé, est signée, signe, signent, a signé, ont signé, a été signé, a été signée, unterzeichnet, unterzeichnung, wird unterzeichnet, wurde unterzeichnet, unterzeichnen, unterzeichnete, unterzeichneten, unterschrieben, firmado, firmada, firma, se firma, firman, firmó, firmaron",
    ),
    (
        OpenedForSignature,
        "opened for signature, opens for signature, open for signature, открыт для подписания, открыта для подписания, открыто для подписания, ouvert à la signature, ouverte à la signature, zur unterzeichnung aufgelegt, abierto a la firma, abierta a la firma",
    ),
    (
        EnteredIntoForce,
        "entered into force, enters into force, entry into force, comes into force, came into force, in force, вступил в силу, вступила в силу, вступило в силу, вступает в силу, вступление в силу, entré en vigueur, entrée en vigueur, entre en vigueur, est entré en vigueur, est entrée en vigueur, in kraft, in kraft getreten, tritt in kraft, trat in kraft, inkrafttreten, entró en vigor, entra en vigor, entrada en vigor, en vigor",
    ),
    (
        Ratified,
        "ratified, is ratified, was ratified, ratifies, ratify, ratification, ратифицирован, ратифицирована, ратифицировано, ратификация, ратифицировал, ратифицировала, ратифицировали, ратифицирует, ратифицируют, ratifié, ratifiée, ratifie, ratifient, a ratifié, ont ratifié, ratifiziert, ratifizierung, ratifizieren, ratifizierte, ratifizierten, ratificado, ratificada, ratificación, ratifica, ratificó, ratificaron",
    ),
    (
        Acceded,
        "acceded, accedes, accession, присоединился, присоединилась, присоединились, присоединяется, присоединение, adhère, a adhéré, adhésion, beigetreten, tritt bei, beitritt, se adhiere, se adhirió, adhesión",
    ),
    (
        WithdrawalAnnounced,
        "announces withdrawal, announced withdrawal, announces its withdrawal, announced its withdrawal, объявил о выходе, объявила о выходе, объявили о выходе, объявляет о выходе, annonce son retrait, a annoncé son retrait, anuncia su retirada",
    ),
    (
        WithdrawalNotified,
        "notice of withdrawal, gives notice of withdrawal, gave notice of withdrawal, уведомил о выходе, уведомила о выходе, уведомление о выходе",
    ),
    (
        WithdrawalEffective,
        "withdrew, withdraws, has withdrawn, leaves, left, has left, выходит, покидает, покинул, покинула, покинули, вышел, вышла, вышли, s'est retiré, s'est retirée, trat aus, ausgetreten, se retiró",
    ),
    (
        Terminated,
        "terminated, is terminated, was terminated, termination, ends, ended, has ended, comes to an end, came to an end, утратил силу, утратила силу, утратило силу, прекратил действие, прекратила действие, прекратило действие, прекращение действия, außer kraft, außer kraft getreten, tritt außer kraft, trat außer kraft",
    ),
    (
        Expired,
        "expired, expires, expiry, expiration, истёк, истекла, срок действия истёк, истечение срока действия, expiré, a expiré, expire, ausgelaufen, läuft aus, expirado, expiró, expira",
    ),
];
/// What a treaty is called where its name is not repeated, as a whole word or as the end of one: “Sperrvertrag”.
const TREATIES: &str = "treaty, pact, agreement, convention, accord, l'accord, договор, договора, договору, пакт, пакта, пакту, соглашение, соглашения, соглашению, конвенция, конвенции, конвенцию, traité, pacte, vertrag, vertrags, vertrages, abkommen, abkommens, übereinkommen, tratado, acuerdo, convenio, pacto";
/// What is a treaty too; in the lane of one, it may be another.
const PROTOCOLS: &str = "protocol, протокол, protocole, protokoll, protocolo";
const TREATY_ENDINGS: [&str; 3] = ["vertrag", "abkommen", "ubereinkommen"];
/// What stands before a treaty or a state.
const SMALL: &str = "the, from, of, to, by, for, из, от, к, для, le, la, les, de, du, des, au, à, par, pour, der, die, das, den, dem, des, von, vom, aus, zu, zum, durch, für, el, del, al, los, por, para";
/// What stands before a place or a day.
const WHERE: &str = "in, at, on, в, во, на, à, en, im, am, zu";
/// What may stand in a place or among people besides names.
const BETWEEN: &str = "and, the, of, и, et, de, la, du, und, y, der";
const AND: &str = "and, и, et, und, y";

type Words = HashSet<String>;

fn set(words: &str) -> Words {
    words.split(", ").map(folded).collect()
}

static ACT_PHRASES: LazyLock<Vec<(EventKind, Vec<String>)>> = LazyLock::new(|| {
    let phrases = ACTS.iter().flat_map(|&(kind, words)| words.split(", ").map(move |words| (kind, words)));
    phrases.map(|(kind, words)| (kind, folded(words).split(' ').map(str::to_owned).collect())).collect()
});
static TREATY_WORDS: LazyLock<Words> = LazyLock::new(|| set(TREATIES));
static PROTOCOL_WORDS: LazyLock<Words> = LazyLock::new(|| set(PROTOCOLS));
static SMALL_WORDS: LazyLock<Words> = LazyLock::new(|| set(SMALL));
static WHERE_WORDS: LazyLock<Words> = LazyLock::new(|| set(WHERE));
static BETWEEN_WORDS: LazyLock<Words> = LazyLock::new(|| set(BETWEEN));
static AND_WORDS: LazyLock<Words> = LazyLock::new(|| set(AND));

/// What a title says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TitleKind {
    pub(super) kind: EventKind,
    /// The states that did it, where it names them.
    pub(super) parties: Vec<Country>,
}

/// Whether a name, of a lane or of a column of lanes, is that of a treaty.
pub(super) fn names_treaty(name: &str) -> bool {
    folded(name).split(' ').any(|word| {
        TREATY_WORDS.contains(word)
            || PROTOCOL_WORDS.contains(word)
            || TREATY_ENDINGS.iter().any(|end| word.ends_with(end))
    })
}

/// What the title of an event in the lane of a treaty says that happened; `None` where it leaves a doubt.
pub(super) fn kind_of_title(title: &str, lane: &str) -> Option<TitleKind> {
    const MAX_LEN: usize = 240;
    const MAX_SUBJECT: usize = 8;
    if title.len() > MAX_LEN || title.contains('?') {
        return None;
    }
    let words = words_of(title);
    let lane: Vec<String> = folded(lane).split(' ').map(str::to_owned).collect();
    let reading = Reading { title, lane };
    (0..words.len().min(MAX_SUBJECT)).find_map(|at| {
        let (subject, rest) = words.split_at_checked(at)?;
        ACT_PHRASES.iter().find_map(|(kind, phrase)| {
            let rest = after(rest, phrase)?;
            let who = reading.subject(subject, *kind)?;
            let by = reading.rest(rest, *kind)?;
            let parties = if who.is_empty() { by } else { who };
            Some(TitleKind { kind: *kind, parties })
        })
    })
}

/// A word of a title.
struct Word {
    folded: String,
    start: usize,
    end: usize,
    /// Whether it begins with a capital or a digit.
    is_name: bool,
}

fn words_of(title: &str) -> Vec<Word> {
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.');
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in title.char_indices().chain([(title.len(), ' ')]) {
        match (start, is_inner(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let text = title.get(from..at).unwrap_or_default();
                let is_name = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let folded = folded(text).replace(' ', "");
                if !folded.is_empty() {
                    words.push(Word { folded, start: from, end: at, is_name });
                }
            }
            _ => {}
        }
    }
    words
}

/// The words after a phrase, if they begin with it.
fn after<'w>(words: &'w [Word], phrase: &[String]) -> Option<&'w [Word]> {
    let (first, rest) = words.split_at_checked(phrase.len())?;
    std::iter::zip(first, phrase).all(|(word, wanted)| word.folded == *wanted).then_some(rest)
}

struct Reading<'t> {
    title: &'t str,
    lane: Vec<String>,
}

impl Reading<'_> {
    /// The states before an act; none where the treaty stands there, or nothing.
    fn subject(&self, words: &[Word], kind: EventKind) -> Option<Vec<Country>> {
        if words.is_empty() || self.after_treaty(words).is_some_and(<[Word]>::is_empty) {
            return Some(Vec::new());
        }
        // A state does not enter into force, and whoever ends a treaty may mean to end its own part in it.
        is_of_party(kind).then(|| self.parties(words))?
    }

    /// The states behind an act, if there is nothing but the treaty, who acted, where and when.
    fn rest(&self, words: &[Word], kind: EventKind) -> Option<Vec<Country>> {
        let (mut words, mut parties) = (words, Vec::new());
        if let Some(rest) = self.after_treaty(words) {
            words = rest;
        }
        if parties.is_empty() && (is_of_party(kind) || kind == EnteredIntoForce) {
            let found = (1..=words.len()).rev().find_map(|end| {
                let (by, rest) = words.split_at_checked(end)?;
                Some((self.parties(without_small(by))?, rest))
            });
            if let Some((by, rest)) = found {
                (parties, words) = (by, rest);
            }
        }
        if words.is_empty() || is_place_or_day(words) || (kind == Signed && is_people(words)) {
            return Some(parties);
        }
        None
    }

    /// The words after the treaty, which may stand there by its name or as “the treaty”.
    fn after_treaty<'w>(&self, words: &'w [Word]) -> Option<&'w [Word]> {
        let words = without_small(words);
        let (first, rest) = words.split_first()?;
        let is_noun = |word: &Word| TREATY_WORDS.contains(&word.folded);
        if let Some(rest) = after(words, &self.lane) {
            // “INF Treaty”, in the lane INF.
            return match rest.split_first() {
                Some((noun, rest)) if is_noun(noun) => Some(rest),
                _ => Some(rest),
            };
        }
        is_noun(first).then_some(rest)
    }

    /// The states that words name, if they name nothing else.
    fn parties(&self, words: &[Word]) -> Option<Vec<Country>> {
        let text = self.title.get(words.first()?.start..words.last()?.end)?;
        if let Some(country) = country(text, Codes::Iso) {
            return Some(vec![country]);
        }
        several(text, Codes::Iso)?.into_iter().map(|name| country(name, Codes::Iso)).collect()
    }
}

/// Up to two small words less.
fn without_small(words: &[Word]) -> &[Word] {
    let small = words.iter().take(2).take_while(|word| SMALL_WORDS.contains(&word.folded)).count();
    words.get(small..).unwrap_or_default()
}

/// “in Washington”, “on 1 July 1968”.
fn is_place_or_day(words: &[Word]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_part = |word: &Word| {
        word.is_name || BETWEEN_WORDS.contains(&word.folded) || WHERE_WORDS.contains(&word.folded)
    };
    // What is agreed “on” something is no day.
    let is_day = || rest.last().is_some_and(|word| word.folded.bytes().all(|c| c.is_ascii_digit()));
    if first.folded == "on" && !is_day() {
        return false;
    }
    WHERE_WORDS.contains(&first.folded)
        && rest.last().is_some_and(|word| word.is_name)
        && rest.iter().all(is_part)
}

/// “by Reagan and Gorbachev”: one person alone may sign a law at home.
fn is_people(words: &[Word]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_by = matches!(first.folded.as_str(), "by" | "par" | "von" | "por");
    is_by
        && rest.iter().any(|word| AND_WORDS.contains(&word.folded))
        && rest.last().is_some_and(|word| word.is_name)
        && rest.iter().all(|word| word.is_name || AND_WORDS.contains(&word.folded))
}

/// Whether a kind of event is what each state does for itself.
pub(super) fn is_of_party(kind: EventKind) -> bool {
    kind.is_consent()
        || matches!(
            kind,
            Signed | Succeeded | Suspended | WithdrawalAnnounced | WithdrawalNotified | WithdrawalEffective
        )
}

/// Gives the events of a file that names no types those that their titles tell, where their lane is a treaty; the rest are
/// of no type. How many that were is said in one line.
pub(super) fn type_by_titles(tables: &mut Tables<'_>, reader: &mut Reader<'_, '_>) {
    let lanes: std::collections::HashMap<String, usize> = std::iter::zip(tables.treaties.iter(), 0..)
        .filter(|(row, _)| {
            !matches!(row.record.nature, Some(NatureRecord::Topic)) || names_treaty(&row.record.name)
        })
        .map(|(row, index)| (row.record.id.clone(), index))
        .collect();
    let mut count = 0;
    for row in &mut tables.events {
        let event = &mut row.record;
        if !event.kind.is_empty() {
            continue;
        }
        Other.key().clone_into(&mut event.kind);
        let Some(lane) = lanes.get(&event.treaty).and_then(|&index| tables.treaties.get_mut(index)) else {
            continue;
        };
        let Some(told) = event.title.as_deref().and_then(|title| kind_of_title(title, &lane.record.name))
        else {
            continue;
        };
        count += 1;
        told.kind.key().clone_into(&mut event.kind);
        lane.record.nature = Some(NatureRecord::Treaty);
        for country in &told.parties {
            if !tables.parties.iter().any(|row| row.record.id == country.id) {
                let record = PartyRecord {
                    id: country.id.to_owned(),
                    name: country.name.to_owned(),
                    short: None,
                    succeeds: None,
                    extra: std::collections::BTreeMap::new(),
                };
                tables.parties.push(Row { record, place: row.place.clone() });
            }
            if !lane.record.parties.iter().any(|id| id == country.id) {
                lane.record.parties.push(country.id.to_owned());
            }
        }
        if let [country] = told.parties.as_slice() {
            event.party = Some(country.id.to_owned());
        }
    }
    report(count, reader);
}

/// Says of how many events the types were told by their titles.
pub(super) fn report(count: usize, reader: &mut Reader<'_, '_>) {
    if count > 0 {
        reader.sink.push(Rule::TypesRead.breach(None, EntryProblem::TypedByTitles(count)));
    }
}

#[cfg(test)]
#[path = "title_kinds_test.rs"]
mod tests;
