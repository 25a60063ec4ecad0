//! Whether a document's declared title is a real one, or a default of the program that wrote it.

/// Default titles of programs and their templates, in lower case and without a final number.
const NAMELESS: [&str; 24] = [
    "untitled",
    "untitled document",
    "untitled page",
    "untitled form",
    "no title",
    "new page",
    "new document",
    "document",
    "html document",
    "web page",
    "page title",
    "title",
    "template",
    "presentation",
    "powerpoint presentation",
    "slide",
    "layout",
    "print",
    "без названия",
    "без имени",
    "документ",
    "новый документ",
    "презентация powerpoint",
    "заголовок",
];

/// Programs that put their own name before the file name.
const PROGRAMS: [&str; 4] =
    ["microsoft word -", "microsoft powerpoint -", "microsoft excel -", "(microsoft word -"];

/// Extensions of the files from which documents are made.
const ENDINGS: [&str; 15] = [
    "doc", "docx", "dot", "docm", "rtf", "odt", "pdf", "ppt", "pptx", "xls", "xlsx", "indd", "qxd", "wpd",
    "tex",
];

/// The title, unless it says nothing about the document: then its file name says more.
pub(super) fn meaningful(title: String) -> Option<String> {
    let small = title.trim().to_lowercase();
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '_' | '(' | ')');
    let plain = small.trim_end_matches(numbered);
    let is_file = small.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending));
    let is_nameless = NAMELESS.contains(&plain) || PROGRAMS.iter().any(|program| small.starts_with(program));
    // Brackets and dashes alone are not a title either.
    let says_something = small.chars().any(char::is_alphanumeric);
    (says_something && !is_nameless && !is_file).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_writes_of_itself_is_no_title() {
        for nameless in [
            "",
            "—",
            "untitled",
            "Untitled",
            "Untitled-1",
            "Untitled Document",
            "Document1",
            "Document (2)",
            "Документ1",
            "Microsoft Word - x.doc",
            "Microsoft Word - Statement of the minister",
            "speech_final2.docx",
            "PowerPoint Presentation",
        ] {
            assert_eq!(meaningful(nameless.to_owned()), None, "{nameless}");
        }
        for title in [
            "Document on confidence-building measures",
            "New START",
            "Untitled ambitions",
            "The year 1987",
            "1987",
            "Vienna Document 2011",
            "Remarks by J. Doe",
        ] {
            assert_eq!(meaningful(title.to_owned()).as_deref(), Some(title));
        }
    }
}
