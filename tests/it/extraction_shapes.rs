//! Quotations in the shapes that texts and pages set them in: whole, and with who speaks.

use treaty_timeline::extract::{Names, day_of, read, read_with_blocks};

/// The quotations of a text as they are saved, with who speaks them.
fn quotations(text: &str) -> Vec<(String, Option<String>)> {
    let dataset = crate::common::seven().dataset;
    let reading = read(text, &dataset, &Names::of(&dataset));
    let speaker = |by: &treaty_timeline::extract::Attribution| by.name.clone();
    reading.quotations.iter().map(|q| (q.said(text), q.speaker.as_ref().map(speaker))).collect()
}

#[test]
fn a_quotation_is_whole_and_says_who_speaks_in_whatever_shape_it_is_set() {
    for (text, wanted) in [
        (
            "Lena Voss, the foreign minister, said on Monday: “We will sign the\ntreaty when our conditions are met, and not a day be-\nfore.” She then\nleft for Geneva.",
            vec![(
                "We will sign the treaty when our conditions are met, and not a day before.",
                Some("Lena Voss"),
            )],
        ),
        (
            "\"He told me, \"we will never sign such a treaty\" and then he left,\" said Lena Voss on Monday.",
            vec![("He told me, \"we will never sign such a treaty\" and then he left,", Some("Lena Voss"))],
        ),
        (
            "“We will sign it when our conditions are met.\n\n“Until then there is nothing to discuss,” said Lena Voss.",
            vec![(
                "We will sign it when our conditions are met. Until then there is nothing to discuss,",
                Some("Lena Voss"),
            )],
        ),
        (
            "Q: Will the treaty be signed this year?\nA: We will sign it when our conditions are met, not before.\n\nQUESTION: And if not?\nMR KERN: Then we shall wait for another year, as we always have.",
            vec![
                ("We will sign it when our conditions are met, not before.", None),
                ("Then we shall wait for another year, as we always have.", Some("Mr Kern")),
            ],
        ),
        (
            "— Мы никогда не подпишем такой договор, — заявила Лена Восс. — Это наше последнее слово.\n\n— Почему? — спросил корреспондент.",
            vec![("Мы никогда не подпишем такой договор … Это наше последнее слово.", Some("Лена Восс"))],
        ),
        (
            "“Nobody has ever counted them twice before us.”\n— Ivo Kern, inspector",
            vec![("Nobody has ever counted them twice before us.", Some("Ivo Kern"))],
        ),
        (
            "Foreign Minister Ilse Korhanen spoke first. “It came not a day too soon for any of us,” said the deputy foreign minister Ivo Kern.",
            vec![("It came not a day too soon for any of us,", Some("Ivo Kern"))],
        ),
        (
            "Lena Voss said: 'we call this 'the deal' and don't leave it'.",
            vec![("we call this 'the deal' and don't leave it", Some("Lena Voss"))],
        ),
        (
            "They kept to it. « jamais de la vie, vraiment », and no more was heard of them.",
            vec![("jamais de la vie, vraiment", None)],
        ),
        (
            "“We signed it in 2010¹², as all of us know,” said Lena Voss.¹³ She left.",
            vec![("We signed it in 2010, as all of us know,", Some("Lena Voss"))],
        ),
        (
            "The talks\n\nLena Voss said that it was over.\n\nNobody knew more than that on the day.\n\nThe inspectors went home all the same.\n\nQ. And then?\n\nA. Then we rest for a while, all of us.",
            vec![("Then we rest for a while, all of us.", None)],
        ),
        (
            "Minister Ivo Kern of Freedonia told reporters that “nobody asked us about any of it at all”.",
            vec![("nobody asked us about any of it at all", Some("Minister Ivo Kern"))],
        ),
        (
            "Foreign Minister Ilse Korhanen of Estmark, speaking in Tarnholm, said: “It came not a day too soon for any of us.”",
            vec![("It came not a day too soon for any of us.", Some("Foreign Minister Ilse Korhanen"))],
        ),
        (
            "“It came not a day too soon for any of us,” said the President of Estmark, Ilse Korhanen.",
            vec![("It came not a day too soon for any of us,", Some("Ilse Korhanen"))],
        ),
        (
            "«Это пришло не слишком рано для нас», — заявила министр иностранных дел Эстмарка Илзе Корханен.",
            vec![("Это пришло не слишком рано для нас", Some("Илзе Корханен"))],
        ),
        (
            "Министр иностранных дел Эстмарка Илзе Корханен заявила: «Это пришло не слишком рано для нас».",
            vec![("Это пришло не слишком рано для нас", Some("Илзе Корханен"))],
        ),
        (
            "«Это пришло не слишком рано для нас», — заявил министр Иво Керн.",
            vec![("Это пришло не слишком рано для нас", Some("Иво Керн"))],
        ),
        (
            "Minister looks back\n\nESTMARK, 12 March 2021 - It came late, Foreign Minister Ilse Korhanen said today.\n\n\"Five more years are a gift, and a gift should be used,\" Korhanen told reporters.\n\nOne voice from the crowd remained unnamed. \"Nobody asked us when Washington gave notice that it would leave,\" it said.",
            vec![
                (
                    "Five more years are a gift, and a gift should be used,",
                    Some("Foreign Minister Ilse Korhanen"),
                ),
                ("Nobody asked us when Washington gave notice that it would leave,", None),
            ],
        ),
    ] {
        let wanted: Vec<(String, Option<String>)> =
            wanted.into_iter().map(|(words, by)| (words.to_owned(), by.map(ToOwned::to_owned))).collect();
        assert_eq!(quotations(text), wanted, "{text}");
    }
}

#[test]
fn a_delegation_speaks_for_itself_and_is_neither_its_state_nor_whoever_spoke_before() {
    const SAID: &str = "“We will sign it when our conditions are met.”";
    const SAID_FIRST: &str = "“We will sign it when our conditions are met,”";
    const IN_RUSSIAN: &str = "«Мы подпишем его, когда наши условия будут выполнены»";
    for (text, speaker) in [
        (format!("The delegation of Freedonia said: {SAID}"), "Delegation of Freedonia"),
        (format!("{SAID_FIRST} said the delegation of Freedonia."), "Delegation of Freedonia"),
        (
            format!("Ivo Kern spoke first. The delegation of Freedonia said: {SAID}"),
            "Delegation of Freedonia",
        ),
        (
            format!("Ivo Kern spoke first, and the delegation of Freedonia said: {SAID}"),
            "Delegation of Freedonia",
        ),
        (
            format!("Ivo Kern spoke first. {SAID_FIRST} the Freedonian delegation told the minister."),
            "Freedonian delegation",
        ),
        (format!("Ivo Kern spoke first. Kern’s delegation said: {SAID}"), "Kern’s delegation"),
        (format!("Ivo Kern spoke first. Freedonia’s mission said: {SAID}"), "Freedonia’s mission"),
        (format!("Ivo Kern spoke first. The Soviet side replied: {SAID}"), "Soviet side"),
        (
            format!("Ivo Kern spoke first. The representative of Freedonia said: {SAID}"),
            "Representative of Freedonia",
        ),
        (
            format!("Ivo Kern spoke first. {SAID_FIRST} said a spokesman for Freedonia."),
            "Spokesman for Freedonia",
        ),
        (
            format!("The Ministry of Foreign Affairs of Freedonia said: {SAID}"),
            "Ministry of Foreign Affairs of Freedonia",
        ),
        (format!("Ivanov spoke. Делегация СССР заявила: {IN_RUSSIAN}."), "Делегация СССР"),
        (format!("Лев Дорошин сказал первым. Советская сторона заявила: {IN_RUSSIAN}."), "Советская сторона"),
        (
            format!("Лев Дорошин сказал первым. Представитель СССР заявил: {IN_RUSSIAN}."),
            "Представитель СССР",
        ),
        (format!("{IN_RUSSIAN}, — заявила делегация Эстмарка."), "Делегация Эстмарка"),
        (
            format!("Делегация Соединённых Штатов Америки заявила: {IN_RUSSIAN}."),
            "Делегация Соединённых Штатов Америки",
        ),
        (format!("По словам делегации Эстмарка, {IN_RUSSIAN}."), "Делегации Эстмарка"),
        (
            "La délégation de l’Estmark a déclaré : « Nous ne signerons pas ce traité. »".to_owned(),
            "Délégation de l’Estmark",
        ),
        // A person is still one beside a delegation.
        (format!("Ivo Kern told the delegation of Freedonia: {SAID}"), "Ivo Kern"),
        (format!("Ivo Kern of the Freedonian delegation said: {SAID}"), "Ivo Kern"),
        (format!("The head of the delegation of Freedonia, Ivo Kern, said: {SAID}"), "Ivo Kern"),
        (format!("{IN_RUSSIAN}, — сказал глава делегации СССР Лев Дорошин."), "Лев Дорошин"),
        (format!("{IN_RUSSIAN}, — сообщила представитель МИД Мария Лугова."), "Мария Лугова"),
    ] {
        let found: Vec<Option<String>> = quotations(&text).into_iter().map(|(_, by)| by).collect();
        assert_eq!(found, [Some(speaker.to_owned())], "{text}");
    }
}

#[test]
fn a_day_in_quoted_words_is_not_the_day_on_which_they_were_spoken() {
    let dataset = crate::common::seven().dataset;
    let names = Names::of(&dataset);
    for (text, day) in [
        ("He said: “On 5 May 1991 we signed the treaty, and we keep it.”", None),
        ("'On 5 May 1991 we signed the treaty,' she said.", None),
        ("«5 мая 1991 года мы подписали договор», — сказал он.", None),
        ("The treaty “Accord of 5 May 1991” was read aloud.", None),
        (
            "MR KERN: On 5 May 1991 we signed it.\n\nMR VOSS: We know.\n\nMR KERN: We kept it since then.",
            None,
        ),
        ("“On 5 May 1991 we signed it all,” said Lena Voss on 6 May 1991.", Some("1991-05-06")),
        ("Lena Voss said on 6 May 1991: “On 5 May 1991 we signed it all.”", Some("1991-05-06")),
        (
            "— Мы подписали договор 5 мая 1991 года, — заявила Лена Восс 6 мая 1991 года. — Это всё.",
            Some("1991-05-06"),
        ),
    ] {
        let reading = read(text, &dataset, &names);
        assert_eq!(day_of(text, &reading).map(|day| day.to_string()).as_deref(), day, "{text}");
    }
    // A block of a page is somebody's words too.
    let page = "They spoke on 6 May 1991.\n\nOn 5 May 1991 we signed it all.";
    let block = page.find("On").expect("it is there")..page.len();
    let reading = read_with_blocks(page, &[block], &dataset, &names);
    assert_eq!(reading.dates.iter().map(|mention| mention.is_quoted).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn names_before_colons_are_no_transcript_unless_somebody_asks_or_speaks_again() {
    for text in [
        "From: Tessa Marlow\nTo: the list of all inspectors\nSubject: what we have found so far",
        "Ivo Kern: there is no hurry at all\n\nThe minister was asked about it.",
        "NATO: an alliance of thirty states\n\nTerms: what the words of it mean",
    ] {
        assert!(quotations(text).is_empty(), "{text}");
    }
}

#[test]
fn a_page_sets_words_off_by_elements_as_well_as_by_marks() {
    let page = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Page</title></head><body>\
        <nav><a href=/>Home</a></nav><p>Lena Voss said: <q>We will never sign <q>that paper</q> of theirs, never</q>, and \
        left.</p><blockquote>We stand by every word of the treaty and will do so.</blockquote><p>— Ivo Kern</p>\
        <blockquote><p>“We have said all that there is to say.”</p><footer>— Tessa Marlow, judge</footer></blockquote>\
        <figure><blockquote><p>It came not a day too soon for us.</p></blockquote><figcaption>Ilse Korhanen, minister\
        </figcaption></figure><p>On it went with <q lang=fr>jamais de la vie, vraiment</q> and no more.</p>";
    let document = treaty_timeline::document::read(page.as_bytes(), "page.html").expect("it can be read");
    let dataset = crate::common::seven().dataset;
    let reading = read_with_blocks(&document.text, &document.quoted, &dataset, &Names::of(&dataset));
    let found: Vec<(String, Option<&str>)> = reading
        .quotations
        .iter()
        .map(|q| (q.said(&document.text), q.speaker.as_ref().map(|by| by.name.as_str())))
        .collect();
    assert_eq!(
        found,
        [
            ("We will never sign ‘that paper’ of theirs, never".to_owned(), Some("Lena Voss")),
            ("We stand by every word of the treaty and will do so.".to_owned(), Some("Ivo Kern")),
            ("We have said all that there is to say.".to_owned(), Some("Tessa Marlow")),
            ("It came not a day too soon for us.".to_owned(), Some("Ilse Korhanen")),
            ("jamais de la vie, vraiment".to_owned(), None),
        ]
    );
}
