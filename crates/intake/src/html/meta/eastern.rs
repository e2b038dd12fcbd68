//! Names in bylines of Korean and Chinese, which stand without capitals and often before the word for what the person does:
//! `김철수·이영희 기자`, `記者王小明／台北報導`, `本报记者 王小明 李娜`.
//!
//! A name is a run of a few syllables that begins with a family name; what else such lines hold is passed over.

use std::ops::Range;

/// The family names of nearly all Koreans.
const KOREAN: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염추도소석선설마길연위표명기반왕금옥육인맹제모탁국여어편용";
/// The family names of most Chinese.
const CHINESE: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯柯洪游簡简詹温溫";

/// What Koreans who write are called behind their names, the longer first.
const OFFICES: [&str; 9] = [
    "논설위원",
    "편집위원",
    "칼럼니스트",
    "선임기자",
    "특파원",
    "통신원",
    "에디터",
    "앵커",
    "기자",
];
/// What may stand between a Korean name and the office: the rank and the department.
const RANKS: [&str; 8] = ["전문", "인턴", "선임", "수습", "객원", "차장", "부장", "대"];
/// What stands before somebody who did something else.
const PICTURES: [&str; 5] = ["사진", "영상", "그래픽", "편집", "촬영"];
/// Signs between two names.
const SIGNS: [char; 6] = ['·', 'ㆍ', '‧', '、', ',', '，'];

/// What stands before Chinese names: "reporter", "text by".
const REPORTERS: [&str; 9] = [
    "记者",
    "記者",
    "通讯员",
    "通訊員",
    "撰文",
    "採訪",
    "采访",
    "文字",
    "作者",
];
/// What such lines end with: "reports".
const REPORTS: [&str; 4] = ["报道", "報導", "報道", "报导"];

/// The names of those who write in `line`.
pub(super) fn names(line: &str) -> Vec<Range<usize>> {
    if line.chars().any(is_hangul) {
        korean(line)
    } else if line.chars().any(is_han) {
        chinese(line)
    } else {
        Vec::new()
    }
}

/// The names in what stands in brackets before the first sentence of `paragraph`, and right behind it: "(셀름=통신) 김철수 기자 =".
pub(super) fn dateline(paragraph: &str) -> Vec<Range<usize>> {
    /// Characters of a dateline.
    const LONG: usize = 40;
    let end = paragraph
        .char_indices()
        .nth(LONG)
        .map_or(paragraph.len(), |(end, _)| end);
    if paragraph.starts_with(['(', '[', '（', '【']) {
        names(&paragraph[..end])
    } else {
        Vec::new()
    }
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Runs of letters and signs between names, with the byte each begins at.
fn runs(line: &str, is_letter: fn(char) -> bool) -> Vec<(usize, &str)> {
    line.split(move |c: char| !is_letter(c) && !SIGNS.contains(&c))
        .map(|run| (run.as_ptr() as usize - line.as_ptr() as usize, run))
        .filter(|(_, run)| run.chars().any(is_letter))
        .collect()
}

/// The names that a run begins with, which signs part: "김철수·이영희".
fn listed(start: usize, run: &str, is_name: fn(&str) -> bool) -> Vec<Range<usize>> {
    run.split(SIGNS)
        .filter(|part| !part.is_empty())
        .take_while(|part| is_name(part))
        .map(|name| {
            let at = start + (name.as_ptr() as usize - run.as_ptr() as usize);
            at..at + name.len()
        })
        .collect()
}

fn is_korean(name: &str) -> bool {
    (2..=4).contains(&name.chars().count())
        && name.starts_with(|c| KOREAN.contains(c))
        && !RANKS.contains(&name)
}

fn korean(line: &str) -> Vec<Range<usize>> {
    let runs = runs(line, is_hangul);
    let mut names = Vec::new();
    for (n, (start, run)) in runs.iter().enumerate() {
        let Some(stem) = OFFICES.iter().find_map(|office| run.strip_suffix(office)) else {
            continue;
        };
        // "김철수기자", "김철수 기자", "김철수 사회부 기자"
        let is_between =
            |run: &str| RANKS.contains(&run) || run.ends_with('부') && !is_korean(run) || run.ends_with('팀');
        let mut before = runs.iter().take(n).rev().peekable();
        let mut found = listed(*start, stem, is_korean);
        if found.is_empty() {
            if !stem.is_empty() && !is_between(stem) {
                continue;
            }
            while before.next_if(|(_, run)| is_between(run)).is_some() {}
            found = before
                .next()
                .map(|(start, run)| listed(*start, run, is_korean))
                .unwrap_or_default();
        }
        // "김철수, 이영희 기자"
        while let Some((start, run)) = before.next_if(|(_, run)| run.ends_with(SIGNS)) {
            let more = listed(*start, run, is_korean);
            found.splice(0..0, more);
        }
        if before.peek().is_none_or(|(_, run)| !PICTURES.contains(run)) {
            names.append(&mut found);
        }
    }
    names
}

fn is_chinese(name: &str) -> bool {
    (2..=3).contains(&name.chars().count()) && name.starts_with(|c| CHINESE.contains(c))
}

/// Whether a run in Japanese is a family name and a given name; there are too many of them to be listed.
fn is_japanese(name: &str) -> bool {
    const FULL: usize = 4;
    name.chars().count() == FULL && !name.ends_with(['部', '社', '局', '員', '年', '省', '庁', '治', '済'])
}

fn chinese(line: &str) -> Vec<Range<usize>> {
    let runs = runs(line, is_han);
    for (n, (start, run)) in runs.iter().enumerate() {
        // "社會中心／王小明報導"
        let reports = REPORTS.iter().find_map(|word| run.strip_suffix(word));
        let desk = n.checked_sub(1).and_then(|n| runs.get(n));
        if let Some(name) = reports.filter(|name| is_chinese(name))
            && desk.is_some_and(|(_, desk)| desk.ends_with("中心"))
        {
            let name = *start..*start + name.len();
            return vec![name];
        }
        // "山田太郎記者"
        if let Some(name) = run.strip_suffix("記者").filter(|name| is_japanese(name)) {
            let name = *start..*start + name.len();
            return vec![name];
        }
        let Some((at, word)) = REPORTERS.iter().find_map(|word| Some((run.find(word)?, word))) else {
            continue;
        };
        // Words before are the paper's: "本报", "中央社".
        const BEFORE: usize = 8;
        if run[..at].chars().count() > BEFORE {
            continue;
        }
        let from = at + word.len();
        let mut names = glued(start + from, &run[from..]);
        for (start, run) in &runs[n + 1..] {
            let more = listed(*start, run, is_chinese);
            if more.is_empty() {
                break;
            }
            names.extend(more);
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

/// The names that a run begins with: "王小明", "王小明、李娜", or "王小明台北報導", where a name has three signs.
fn glued(start: usize, run: &str) -> Vec<Range<usize>> {
    const NAME: usize = 3;
    let names = listed(start, run, is_chinese);
    let is_report = REPORTS.iter().any(|word| run.ends_with(word));
    let end = run.char_indices().nth(NAME).map(|(end, _)| end);
    let cut = end.filter(|end| names.is_empty() && is_report && is_chinese(&run[..*end]));
    cut.map_or(names, |end| {
        let name = start..start + end;
        vec![name]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_the_office_beside_them() {
        for (line, people) in [
            ("김철수 기자", &["김철수"][..]),
            ("김철수기자 kcs@selm.example", &["김철수"]),
            ("입력 2016.05.03 10:12 | 김철수 사회부 기자", &["김철수"]),
            ("[셀름=김철수 특파원]", &["김철수"]),
            ("김철수·이영희 기자", &["김철수", "이영희"]),
            ("김철수, 이영희 기자", &["김철수", "이영희"]),
            ("글 김철수 기자 사진 이영희 기자", &["김철수"]),
            ("기자명 김철수 기자", &["김철수"]),
            ("김철수 선임기자", &["김철수"]),
            ("디지털뉴스팀 기자", &[]),
            ("인턴 기자", &[]),
            ("기자 소개", &[]),
            ("記者王小明／台北報導", &["王小明"]),
            ("（記者王小明台北報導）", &["王小明"]),
            ("中央社記者王小明台北3日電", &[]),
            ("社會中心／王小明報導", &["王小明"]),
            ("社會中心／綜合報導", &[]),
            ("本报记者 王小明 李娜", &["王小明", "李娜"]),
            ("来源：海报 记者：王小明、李娜", &["王小明", "李娜"]),
            ("撰文：王小明 攝影：李娜", &["王小明"]),
            ("作者：王小明 编辑：李娜", &["王小明"]),
            ("2016年5月3日　山田太郎記者", &["山田太郎"]),
            ("政治部記者", &[]),
            ("（作者：王小明，系大学教授）", &["王小明"]),
            ("记者证", &[]),
            ("By Maya Rios", &[]),
        ] {
            let found: Vec<&str> = names(line).into_iter().map(|name| &line[name]).collect();
            assert_eq!(found, people, "{line}");
        }
    }
}
