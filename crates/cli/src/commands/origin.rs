//! origins.

use std::process::ExitCode;

use desk::{
    Desk,
    origin::{OriginCue, OriginGroup, OriginMember, SayOrigin},
    wording::sentence,
};

use crate::{args::OriginsArgs, out::Out};

pub(crate) fn origins(args: OriginsArgs, desk: &Desk, out: &mut Out) -> ExitCode {
    let say = match (args.alone, args.by_cues, args.with) {
        (true, ..) => Some(SayOrigin::Alone),
        (_, true, _) => Some(SayOrigin::ByCues),
        (.., Some(other)) => Some(SayOrigin::With(other)),
        _ => None,
    };
    let said = say.map_or(Ok(()), |say| desk.say_origin(&args.article, say));
    out.finish(said.and_then(|()| desk.origins(&args.article)), group_lines)
}

fn group_lines(group: &OriginGroup) -> String {
    let agency = group
        .agency
        .as_deref()
        .map(|agency| sentence("cli-origin-agency", &[("agency", agency.into())]));
    let members = group.members.iter().map(member_line);
    agency.into_iter().chain(members).collect::<Vec<_>>().join("\n")
}

fn member_line(member: &OriginMember) -> String {
    let why = match member.cue {
        OriginCue::Itself => String::new(),
        OriginCue::Said => sentence("cli-origin-said", &[]),
        OriginCue::Address => sentence("cli-origin-address", &[]),
        OriginCue::Agency { percent } => sentence("cli-origin-with-agency", &[("percent", percent.into())]),
        OriginCue::Words { percent } => sentence("cli-origin-words", &[("percent", percent.into())]),
    };
    let parts = [
        Some(member.article.to_string()),
        member.published.clone(),
        member.outlet.clone(),
        Some(member.headline.clone()),
        Some(why).filter(|why| !why.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}
