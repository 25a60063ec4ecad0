//! What people call the columns of their tables, in five languages, and what they call kinds of events.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::EventKind::{
    self, Acceded, Accepted, Adopted, Amended, Approved, BreachAlleged, DomesticStep, EnteredIntoForce,
    Expired, Extended, ExtensionAgreed, Implemented, NegotiationsBegan, OpenedForSignature, Proposed,
    ProvisionallyApplied, Ratified, Signed, Succeeded, Suspended, SuspensionAnnounced, SuspensionLifted,
    Terminated, VerificationChanged, WithdrawalAnnounced, WithdrawalEffective, WithdrawalNotified,
};
use crate::records::Role::{
    self, Confidence, Date, Day, End, EndDay, EndKind, EndMonth, EndYear, Entity, Event, FullName, Group, Id,
    Image, Keep, Kind, Lane, Month, Office, Parties, Party, Precision, Quote, Source, Speaker, Summary, Tags,
    Title, Url, Value, Year,
};

/// Words for columns, in English, Russian, French, German and Spanish, and as known programs and collections write them.
/// Compared without case, accents and punctuation.
const COLUMNS: &[(Role, &str)] = &[
    // Columns of a TimelineJS sheet for which a part of the header would stand.
    (Keep, "display date, end time, media caption, media thumbnail, alt text, background"),
    (
        Id,
        "id, key, uid, treaty id, event id, manytreaties id, managreeid, treatyid, many id, manyid, treaty number, идентификатор, код",
    ),
    (
        Lane,
        "treaty, lane, agreement, convention, instrument, topic, track, series, row, timeline, short name, treaty name, договор, соглашение, тема, traité, accord, vertrag, abkommen, thema, tratado, acuerdo, tema",
    ),
    (
        FullName,
        "full name, full title, official title, long title, official name, полное название, titre complet, voller titel, nombre completo",
    ),
    (
        Group,
        "group, category, class, heading, section, area, группа, категория, раздел, groupe, catégorie, gruppe, kategorie, grupo, categoría",
    ),
    (
        Title,
        "title, event, name, headline, label, what, content, text title, heading text, событие, название, заголовок, titre, événement, evenement, nom, titel, ereignis, bezeichnung, título, evento, nombre",
    ),
    (
        Kind,
        "type, event type, kind, action, act, what kind, тип, вид, тип события, type d'événement, art, typ, ereignistyp, tipo, tipo de evento",
    ),
    (
        Date,
        "date, when, day and month, event date, sqldate, start date, date start, begins, from, start, beg, begin, дата, когда, начало, date de début, début, datum, wann, beginn, anfang, fecha, cuándo, inicio, fecha de inicio",
    ),
    (
        End,
        "end, end date, date end, until, to, finish, конец, окончание, дата окончания, fin, date de fin, ende, enddatum, bis, fecha de fin, fecha final",
    ),
    (Year, "year, start year, styear, begyr, год, année, jahr, año"),
    (Month, "month, start month, begmo, stmonth, месяц, mois, monat, mes"),
    (Day, "day, start day, begday, stday, день, число, jour, tag, día"),
    (
        Precision,
        "precision, date precision, time precision, date prec, dateprec, timeprecision, точность, точность даты, précision, genauigkeit, precisión",
    ),
    (EndYear, "end year, endyr, endyear, год окончания, année de fin, endjahr, año final"),
    (EndMonth, "end month, endmo, endmonth, месяц окончания, mois de fin, endmonat, mes final"),
    (EndDay, "end day, endday, день окончания, jour de fin, endtag, día final"),
    (
        Party,
        "party, state, country, stateid, state id, statename, state name, ccode, cowcode, stateabb, iso, iso2, iso3, iso 2, iso 3, iso code, country code, member, actor, participant, state party, country name, party name, страна, государство, участник, сторона, pays, état, partie, land, staat, akteur, país, estado, parte, actor",
    ),
    (
        Parties,
        "parties, states, states parties, members, participants, countries, участники, стороны, страны, parties au traité, états parties, vertragsparteien, staaten, mitglieder, partes, estados partes, miembros",
    ),
    (
        Summary,
        "summary, description, details, text, notes, note, comment, comments, remarks, abstract, описание, примечание, примечания, комментарий, содержание, résumé, remarques, commentaire, beschreibung, zusammenfassung, bemerkung, anmerkung, resumen, descripción, notas, comentario",
    ),
    (
        Quote,
        "quote, quotation, words, statement, said, цитата, высказывание, слова, citation, propos, zitat, aussage, wortlaut, cita, declaración",
    ),
    (
        Speaker,
        "speaker, who, said by, who said it, author of quote, author of the quote, person, quoted, кто, автор, спикер, кто сказал, автор цитаты, чьи слова, orateur, auteur, qui, sprecher, redner, wer, orador, autor, quién",
    ),
    (
        Office,
        "role, office, position, speaker role, speaker position, должность, пост, fonction, poste, amt, funktion, rolle, cargo, función",
    ),
    (
        Source,
        "source, sources, reference, citation source, publication, publisher, media credit, источник, источники, ссылка на источник, référence, quelle, quellen, beleg, fuente, referencia",
    ),
    (
        Url,
        "url, link, source url, web, address, media, sourceurl, ссылка, адрес, lien, adresse, verweis, enlace, dirección",
    ),
    (
        Tags,
        "tags, tag, labels, keywords, метки, теги, ключевые слова, étiquettes, mots clés, schlagworte, stichworte, etiquetas, palabras clave",
    ),
    (
        Confidence,
        "confidence, certainty, reliability, how sure, достоверность, уверенность, fiabilité, certitude, sicherheit, zuverlässigkeit, confianza, fiabilidad",
    ),
    (
        Image,
        "image, picture, photo, image path, изображение, картинка, фото, image locale, bild, foto, imagen",
    ),
    (
        EndKind,
        "how it ended, type of the end, end type, termination type, reason of end, termtype, как прекращён, способ прекращения, mode de fin, art des endes, forma de término",
    ),
    (Entity, "entity"),
    (
        Value,
        "value, number, count, amount, figure, значение, количество, число единиц, valeur, nombre, wert, anzahl, valor, cantidad, número",
    ),
    (
        Event(NegotiationsBegan),
        "negotiations began, negotiations, talks began, talks, переговоры, начало переговоров, négociations, verhandlungen, negociaciones",
    ),
    (
        Event(Adopted),
        "adopted, adoption, date adopted, adoption date, принят, принятие, дата принятия, adopté, adoption du texte, angenommen, annahme, adoptado, adopción",
    ),
    (
        Event(OpenedForSignature),
        "opened for signature, open for signature, открыт для подписания, ouvert à la signature, zur unterzeichnung aufgelegt, abierto a la firma",
    ),
    (
        Event(Signed),
        "signed, signature, state signature, statesignature, signature date, date signed, date of signature, signing, sign date, signed on, подписан, подписание, дата подписания, подписано, signé, signature le, date de signature, unterzeichnet, unterzeichnung, unterschrieben, firmado, firma, fecha de firma",
    ),
    (
        Event(Ratified),
        "ratified, ratification, state ratification, stateratification, ratification accession, ratification or accession, ratification acceptance approval, ratification accession a succession d, ratification acceptance a approval aa accession a succession d, consent to be bound, ratification date, date of ratification, ratif, deposit, ratification deposit, date of deposit, ратифицирован, ратификация, дата ратификации, ratifié, date de ratification, ratifiziert, ratifizierung, ratifikation, ratificado, ratificación",
    ),
    (
        Event(Acceded),
        "acceded, accession, accession date, date of accession, присоединение, присоединился, adhésion, adhéré, beitritt, beigetreten, adhesión",
    ),
    (Event(Accepted), "accepted, acceptance, принятие обязательств, acceptation, annahmeurkunde, aceptación"),
    (Event(Approved), "approved, approval, одобрение, approbation, genehmigung, aprobación"),
    (Event(Succeeded), "succession, succeeded, правопреемство, successions, nachfolge, sucesión"),
    (
        Event(ProvisionallyApplied),
        "provisional application, provisionally applied, временное применение, application provisoire, vorläufige anwendung, aplicación provisional",
    ),
    (
        Event(EnteredIntoForce),
        "entered into force, entry into force, state force, stateforce, in force, force, eif, date in force, in force since, entry into force date, force date, вступил в силу, вступление в силу, дата вступления в силу, в силе с, entré en vigueur, entrée en vigueur, en vigueur, in kraft, inkrafttreten, in kraft getreten, in kraft seit, entrada en vigor, en vigor, vigencia",
    ),
    (
        Event(Extended),
        "extended, extension, extended until, продлён, продление, prorogé, prorogation, verlängert, verlängerung, prorrogado, prórroga",
    ),
    (
        Event(Suspended),
        "suspended, suspension, приостановлен, приостановка, suspendu, ausgesetzt, aussetzung, suspendido, suspensión",
    ),
    (
        Event(WithdrawalNotified),
        "notice of withdrawal, withdrawal notice, notice, notified, уведомление о выходе, préavis de retrait, kündigung, austrittserklärung, notificación de retirada",
    ),
    (
        Event(WithdrawalEffective),
        "withdrawal, withdrawn, withdrew, left, state end, stateend, denunciation, denounced, выход, вышел, вышла, дата выхода, retrait, retiré, austritt, ausgetreten, retirada, retirado",
    ),
    (
        Event(Terminated),
        "terminated, termination, ended, term, termination date, end of treaty, прекращён, прекращение, прекратил действие, прекращение действия, dénoncé, terminé, expiration ou dénonciation, beendet, außer kraft, beendigung, terminado, terminación",
    ),
    (
        Event(Expired),
        "expired, expiry, expiration, expires, истёк, истечение срока, expiré, expiration, ausgelaufen, abgelaufen, expirado, expiración",
    ),
    // Known programs and collections: Preceden, Aeon Timeline, UCDP GED, ACLED, GDELT.
    (Id, "event id cnty, globaleventid, display id"),
    (Lane, "layer, conflict name, actor1, actor1name"),
    (Title, "event name, dyad name, sub event type, actiongeo fullname"),
    (Kind, "eventcode"),
    (Date, "event start, sqldate"),
    (End, "event end"),
    (Party, "actor1countrycode"),
    (Source, "source article"),
    // What only looks like something else.
    (
        Keep,
        "type of violence, disorder type, number of sources, source date, source original, source scale, event clarity, event start approximate, event end approximate, latest start date, earliest end date",
    ),
];

/// Words of kinds of events that are no headers: what stands in a column of types.
const KINDS: &[(EventKind, &str)] = &[
    (Signed, "sig, sign, signatory, signed without reservation"),
    (Ratified, "rat, r, formal confirmation, definitive signature, consent"),
    (Acceded, "acc, adherence, adhesion, присоединение"),
    (Accepted, "acp"),
    (Approved, "app"),
    (Succeeded, "suc, succ, succession"),
    (EnteredIntoForce, "eif, in force"),
    (WithdrawalNotified, "notification of withdrawal, withdrawal notified, denunciation notified"),
    (WithdrawalEffective, "wdr, denunciation, denounced, withdrawal effective"),
    (Proposed, "proposed, proposal, предложен, предложение"),
    (DomesticStep, "domestic decision, domestic step, parliament, law, внутренняя процедура"),
    (Amended, "amended, amendment, изменён, поправка"),
    (ExtensionAgreed, "extension agreed"),
    (Implemented, "implemented, implementation, completed, выполнен"),
    (VerificationChanged, "inspection, inspections, verification, инспекция"),
    (BreachAlleged, "breach, violation, breach alleged, allegation, нарушение"),
    (SuspensionAnnounced, "suspension announced"),
    (SuspensionLifted, "suspension lifted, resumed"),
    (WithdrawalAnnounced, "withdrawal announced, объявлен выход"),
    (Succeeded, "successor"),
];

/// The role that a header names, and how surely: 2 by the whole header, 1 by a part of it.
pub(in crate::load) fn role_of(header: &str) -> Option<(Role, u8)> {
    static ROLES: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
        let mut roles: HashMap<String, Role> = HashMap::new();
        for &(role, words) in COLUMNS {
            for word in words.split(", ") {
                // Of two meanings the first listed stands.
                roles.entry(folded(word)).or_insert(role);
            }
        }
        for &kind in EventKind::ALL {
            roles.entry(folded(kind.key())).or_insert(Event(kind));
        }
        roles
    });
    let folded_header = folded(header);
    if let Some(&role) = ROLES.get(&folded_header) {
        return Some((role, 2));
    }
    if is_consent(&folded_header) {
        return Some((Event(Ratified), 2));
    }
    // "Date of signature (UTC)", "Treaty name in English": the longest run of words that is one.
    let words: Vec<&str> = folded_header.split(' ').filter(|word| !word.is_empty()).collect();
    (1..words.len().min(5))
        .rev()
        .find_map(|len| words.windows(len).find_map(|run| ROLES.get(&run.join(" "))).map(|&role| (role, 1)))
}

/// Whether a header names nothing but ways to consent to a treaty, as those of the United Nations do: "Ratification,
/// Acceptance(A), Accession(a), Succession(d)". Letters behind a date tell which it was.
fn is_consent(folded_header: &str) -> bool {
    const WAYS: [&str; 7] =
        ["ratification", "acceptance", "approval", "accession", "succession", "formal", "confirmation"];
    let mut words = folded_header.split(' ').filter(|word| word.len() > 2).peekable();
    words.peek().is_some_and(|first| WAYS[..5].contains(first)) && words.all(|word| WAYS.contains(&word))
}

/// Words for a speaker that may as well be those for the party that acted.
const VAGUE_SPEAKERS: [&str; 5] = ["who", "кто", "qui", "wer", "quien"];

/// Whether a header that names a speaker, so surely, may as well name the party that acted: "Who" may, "Said by" not.
pub(super) fn is_vague_speaker(header: &str, sure: u8) -> bool {
    let folded_header = folded(header);
    let is_vague = |word: &str| VAGUE_SPEAKERS.contains(&word);
    if sure == 2 { is_vague(&folded_header) } else { folded_header.split(' ').any(is_vague) }
}

/// The kind of event that a cell names.
pub(in crate::load) fn kind_of(text: &str) -> Option<EventKind> {
    static MORE: LazyLock<HashMap<String, EventKind>> = LazyLock::new(|| {
        let words =
            KINDS.iter().flat_map(|&(kind, words)| words.split(", ").map(move |word| (folded(word), kind)));
        words.collect()
    });
    let folded_text = folded(text);
    match role_of(text) {
        Some((Event(kind), 2)) => Some(kind),
        _ => MORE.get(&folded_text).copied(),
    }
}

/// A text as words are compared: Latin letters without accents, Cyrillic as it is, in lower case, one space between words.
pub(in crate::load) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ё' => folded.push('е'),
            c if c.is_ascii_alphanumeric() => folded.push(c),
            c if c.is_alphanumeric() && is_latin(c) => folded.push_str(any_ascii::any_ascii_char(c)),
            c if c.is_alphanumeric() => folded.push(c),
            '\'' | '’' => {}
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a letter is Latin with a mark or a ligature.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_five_languages_are_understood() {
        for (header, expected) in [
            ("Date", "date"),
            ("DATE OF SIGNATURE", "event:signed"),
            ("Дата подписания", "event:signed"),
            ("Entrée en vigueur", "event:entered_into_force"),
            ("Inkrafttreten", "event:entered_into_force"),
            ("Fecha de firma", "event:signed"),
            ("entered_into_force", "event:entered_into_force"),
            ("Вступил в силу", "event:entered_into_force"),
            ("Treaty (short)", "lane"),
            ("Ratification, Acceptance(A), Accession(a), Succession(d)", "event:ratified"),
            ("Accession(a), Succession(d)", "event:ratified"),
            ("Accession", "event:acceded"),
            ("Année", "year"),
            ("event_id_cnty", "id"),
            ("Event Start Approximate", "keep"),
            ("SQLDATE", "date"),
            ("Actor1Name", "lane"),
            ("date_start", "date"),
            ("sub_event_type", "title"),
        ] {
            assert_eq!(role_of(header).map(|(role, _)| role.key()).as_deref(), Some(expected), "{header}");
        }
        assert_eq!(role_of("Number of warheads deployed on submarines").map(|(_, sure)| sure), Some(1));
        assert_eq!(role_of("Xyz"), None);
    }

    #[test]
    fn kinds_are_understood_in_cells() {
        for (text, expected) in
            [("Ratification", Ratified), ("withdrawal", WithdrawalEffective), ("поправка", Amended)]
        {
            assert_eq!(kind_of(text), Some(expected), "{text}");
        }
        assert_eq!(kind_of("conference"), None);
    }
}
