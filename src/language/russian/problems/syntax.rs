//! Russian: what keeps a text from being JSON.

use crate::diagnostics::{SyntaxProblem, TokenProblem, Unfinished};
use crate::language::report::{Explanation, code_point};

pub(super) fn explain(problem: &SyntaxProblem) -> Explanation {
    use SyntaxProblem as P;
    let say = Explanation::new::<&str, &str>;
    match problem {
        P::Token(problem) => token(problem),
        P::Ellipsis => say(
            "здесь что-то заменено многоточием",
            "напишите пропущенное или удалите многоточие и запятую перед ним",
        ),
        P::MergeConflict => say(
            "здесь не объединены две версии файла (конфликт слияния)",
            "оставьте одну из них или верное из обеих и удалите строки <<<<<<<, ======= и >>>>>>>",
        ),
        P::Comment => say(
            "в JSON нет комментариев",
            "удалите его; то, что должно остаться, можно записать отдельным полем: `\"note\": \"…\"`",
        ),
        P::Semicolon => say("точка с запятой вместо запятой", "поставьте запятую"),
        P::EqualsSign => say("знак = вместо двоеточия", "пишите `\"name\": value`"),
        P::TrailingData => say(
            "после конца набора данных есть что-то ещё",
            "в файле один объект { … }: удалите лишнее или объедините",
        ),
        P::MissingComma => say(
            "перед этим не хватает запятой",
            "поставьте запятую; если кавычка перед этим — часть текста, пишите \\\"",
        ),
        P::MissingColon => say("после имени не хватает двоеточия", "пишите `\"name\": value`"),
        P::StrayColon => say(
            "двоеточия здесь быть не может",
            "пары `\"name\": value` пишутся внутри { }, имя — в кавычках",
        ),
        P::MissingName => say("у значения нет имени", "пишите `\"name\": value`"),
        P::MissingValue => {
            say("перед этим не хватает значения", "напишите значение или `null` либо удалите поле")
        }
        P::TrailingComma => say("лишняя запятая: после неё ничего нет", "удалите запятую"),
        P::LeadingComma => say("лишняя запятая: перед ней ничего нет", "удалите запятую"),
        P::ExtraBracket(bracket) => Explanation::new(format!("лишняя скобка {bracket}"), "удалите её"),
        P::WrongBracket { found, expected } => Explanation::new(
            format!("{found} вместо {expected}"),
            "каждая { закрывается }, каждая [ закрывается ]",
        ),
        P::CutOff(inside) => {
            let inside = match inside {
                Unfinished::Text => "текста",
                Unfinished::List => "списка",
                Unfinished::Object => "объекта",
                Unfinished::Value => "значения",
            };
            Explanation::new(
                format!("файл обрывается посреди {inside}"),
                "похоже, файл обрезан; получите его заново или закройте открытые скобки и кавычки",
            )
        }
        P::WrongValue(message) => {
            Explanation::new(format!("неподходящее значение: «{message}»"), "исправьте его здесь")
        }
        P::Other(message) => Explanation::new(
            format!("это не JSON: «{message}»"),
            "исправьте текст здесь; чаще всего не хватает запятой, кавычки или скобки либо они лишние",
        ),
    }
}

fn token(problem: &TokenProblem) -> Explanation {
    use TokenProblem as P;
    let say = Explanation::new::<String, String>;
    match problem {
        P::OtherQuote(mark) => say(
            format!("кавычки {mark} вокруг текста или имени, а в JSON только \""),
            "поставьте \" до и после него".to_owned(),
        ),
        P::TypographicQuote(mark) => say(
            format!("типографская кавычка {mark} вместо \""),
            "поставьте \" до и после каждого текста и имени".to_owned(),
        ),
        P::WideMark(wide, plain) => {
            say(format!("широкий знак {wide} вместо {plain}"), format!("напишите {plain}"))
        }
        P::BadUnicodeEscape => Explanation::new(
            "после \\u нужны четыре шестнадцатеричные цифры",
            "допишите их, например `\\u00e9`",
        ),
        P::UnknownEscape(escaped) => say(
            format!("в JSON нет записи \\{escaped}"),
            "сама обратная косая черта пишется \\\\; после неё бывает только \" \\ / b f n r t u".to_owned(),
        ),
        P::RawLineBreak => Explanation::new(
            "перевод строки внутри текста",
            "напишите вместо него \\n или закройте текст перед ним кавычкой \"",
        ),
        P::RawTab => Explanation::new("табуляция внутри текста", "напишите вместо неё \\t"),
        P::RawControl(c) => {
            say(format!("управляющий символ ({}) внутри текста", code_point(*c)), "удалите его".to_owned())
        }
        P::InvisibleCharacter(c) => say(
            format!("невидимый символ ({})", code_point(*c)),
            "удалите его или поставьте обычный пробел".to_owned(),
        ),
        P::StrayCharacter(c) => {
            say(format!("символа {c} здесь быть не может"), "возьмите тексты и имена в кавычки".to_owned())
        }
        P::UnquotedName(name) => say(format!("имя «{name}» без кавычек"), format!("напишите `\"{name}\"`")),
        P::UnquotedText(text) => say(format!("текст «{text}» без кавычек"), format!("напишите `\"{text}\"`")),
        P::NotFinite(word) => {
            say(format!("в JSON нет значения «{word}»"), "напишите `null` или удалите поле".to_owned())
        }
        P::ForeignWord(word, json) => {
            say(format!("в JSON пишется `{json}`, а не «{word}»"), format!("напишите `{json}`"))
        }
        P::Hexadecimal(number) => {
            say("в JSON нет шестнадцатеричных чисел".to_owned(), format!("напишите {number}"))
        }
        P::PlusSign(number) => say("перед числом не бывает знака +".to_owned(), format!("напишите {number}")),
        P::LeadingZero { number, text } => say(
            "число не начинается с нуля".to_owned(),
            format!("напишите {number} или, если это текст, `\"{text}\"`"),
        ),
        P::BarePoint(number) => {
            say("цифры должны быть с обеих сторон десятичной точки".to_owned(), format!("напишите {number}"))
        }
        P::NotANumber(text) => {
            say(format!("«{text}» — не число"), format!("возьмите в кавычки: `\"{text}\"`"))
        }
    }
}
