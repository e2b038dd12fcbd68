#!/usr/bin/env bash
# The journey of an analyst who has only a shell: from the article to a sourced brief, and what other programs see in it.
#
#   CHANCERY=path/to/chancery WORK=an/empty/folder SAMPLES=path/to/samples journey.sh journey|sample|scripts
#
# Needs python3, qpdf and poppler-utils. Each step says on standard error what it expects when it doesn't find it.
set -euo pipefail
: "${CHANCERY:?}" "${WORK:?}" "${SAMPLES:?}"
library=$WORK/library

# --- asking ---------------------------------------------------------------------------------------------------------

# The program on the library, in JSON, killed when it takes longer than any call may.
ch() { timeout --signal=KILL 45 "$CHANCERY" --library "$library" --json "$@"; }
# The value of a Python expression over the rows, `r` the first of them, of JSON lines on standard input.
py() { python3 -c 'import json, sys; rows = [json.loads(line) for line in sys.stdin]; r = rows[0] if rows else None; print(eval(sys.argv[1]))' "$1"; }
uid_of() { ch "$@" | py 'r["uid"]'; }

fail() { echo "journey: line ${BASH_LINENO[*]:1}: $*" >&2; exit 1; }
# is WANTED FOUND
is() { [[ $1 == "$2" ]] || fail "expected «$1», found «$2»"; }
# holds TEXT PART…: the parts stand in the text.
holds() { local text=$1 part; shift; for part; do [[ $text == *"$part"* ]] || fail "«$part» is missing in: $text"; done; }
# lacks TEXT PART…
lacks() { local text=$1 part; shift; for part; do [[ $text != *"$part"* ]] || fail "«$part» must not stand in: $text"; done; }
# refused CODE ARGUMENT…: prints the sentence.
refused() {
    local wanted=$1 code=0; shift
    ch "$@" >"$WORK/out" 2>"$WORK/err" || code=$?
    is "$wanted" "$code"
    py 'r["error"]' <"$WORK/err"
}

# --- looking at a PDF ------------------------------------------------------------------------------------------------

# Without blanks and marks of no width, in lower case: headings are printed in capitals and long words broken.
squeeze() { python3 -c 'import re, sys; print(re.sub(r"[\s\u200b\u00ad\u202a-\u202e\u2066-\u2069]", "", sys.stdin.read()).lower())'; }
printed() { pdftotext -raw "$1" - | squeeze; }
# shows PDF TEXT…: as read on the page, right to left too.
shows() { local text part; text=$(pdftotext "$1" - | squeeze); shift; for part; do holds "$text" "$(squeeze <<<"$part")"; done; }
in_order() {
    local rest part squeezed; rest=$(printed "$1"); shift
    for part; do squeezed=$(squeeze <<<"$part"); holds "$rest" "$squeezed"; rest=${rest#*"$squeezed"}; done
}
# sound PDF MARKING PAGES: clean, tagged, archival, and marked in header and footer of each page.
sound() {
    local pdf=$1 marking=$2 pages=$3 page info meta
    qpdf --check "$pdf" >"$WORK/qpdf" 2>&1 || fail "$(cat "$WORK/qpdf")"
    holds "$(cat "$WORK/qpdf")" "No syntax or stream encoding errors found"
    info=$(pdfinfo "$pdf" 2>/dev/null)
    is yes "$(sed -n 's/^Tagged: *//p' <<<"$info")"
    is "$pages" "$(sed -n 's/^Pages: *//p' <<<"$info")"
    meta=$(pdfinfo -meta "$pdf" 2>/dev/null)
    holds "$meta" "<pdfaid:part>3</pdfaid:part>" "<pdfaid:conformance>A</pdfaid:conformance>" "<pdfuaid:part>1</pdfuaid:part>"
    for page in $(seq "$pages"); do
        is 2 "$(pdftotext -f "$page" -l "$page" "$pdf" - | grep -o "$marking" | wc -l)"
    done
}
# attached PDF JSON: the attachment is the brief's data, byte for byte.
attached() {
    rm -rf "$WORK/attached" && mkdir "$WORK/attached"
    pdfdetach -saveall -o "$WORK/attached" "$1"
    is brief.json "$(ls "$WORK/attached")"
    cmp "$WORK/attached/brief.json" "$2" || fail "the attachment is not the data"
}
# linked PDF: citations lead to evidence further on, evidence leads back, and every link leads somewhere.
linked() {
    qpdf --json "$1" | python3 -c '
import json, sys
document = json.load(sys.stdin)
objects = document["qpdf"][1]
def get(value):
    while isinstance(value, str) and value.endswith(" R"):
        value = objects["obj:" + value]["value"]
    return value
pages = [page["object"] for page in document["pages"]]
catalog = get(objects["trailer"]["value"]["/Root"])
def collect(node, into):
    node = get(node)
    names = node.get("/Names", [])
    names = get(names)
    into.update(zip(names[::2], names[1::2]))
    for kid in get(node.get("/Kids", [])):
        collect(kid, into)
named = {}
if "/Names" in catalog and "/Dests" in get(catalog["/Names"]):
    collect(get(catalog["/Names"])["/Dests"], named)
spots = []
for number, page in enumerate(pages):
    for annotation in get(get(page).get("/Annots", [])):
        annotation = get(annotation)
        assert annotation["/Subtype"] == "/Link", annotation
        goal = annotation.get("/Dest")
        if goal is None:
            action = get(annotation["/A"])
            if action["/S"] == "/URI":
                continue
            goal = action["/D"]
        if isinstance(goal, str) and goal in named:
            goal = named[goal]
        goal = get(goal)
        if isinstance(goal, dict):
            goal = get(goal["/D"])
        assert goal[0] in pages, goal
        # A place in the reading direction: page, then from the top down.
        top = lambda numbers: -float(numbers)
        here = (number, top(get(annotation["/Rect"])[3]))
        there = (pages.index(goal[0]), top(goal[3]) if goal[1] == "/XYZ" else 0.0)
        spots.append((here, there))
ahead = sum(there > here for here, there in spots)
back = sum(there < here for here, there in spots)
assert ahead and back, (ahead, back)
' || fail "the links of $1 are not sound"
}
# whole BRIEF NAME MARKING PAGES: exports in each form, looks at the PDF.
whole() {
    local brief=$1 name=$2 marking=$3 pages=$4 format
    for format in pdf md json; do
        is "$WORK/$name.$format" "$(ch brief export "$brief" --format $format -o "$WORK/$name.$format" | py 'r["path"]')"
        # Again, into another file and by way of standard output: the same bytes.
        ch brief export "$brief" --format $format -o "$WORK/again.$format" >/dev/null
        cmp "$WORK/$name.$format" "$WORK/again.$format" || fail "two exports differ"
        ch brief export "$brief" --format $format -o - >"$WORK/again.$format"
        cmp "$WORK/$name.$format" "$WORK/again.$format" || fail "standard output gets other bytes"
    done
    is "brief/1" "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["schema"])' "$WORK/$name.json")"
    sound "$WORK/$name.pdf" "$marking" "$pages"
    attached "$WORK/$name.pdf" "$WORK/$name.json"
    linked "$WORK/$name.pdf"
}

# --- the journey -----------------------------------------------------------------------------------------------------

journey() {
    local article second text markup='#panic() $x$ *stars* <script> @ref'
    article=$(ch import "$SAMPLES/articles/01-strait-inspections.txt" --outlet "Northgate Wire" | py 'r["article"]')
    # The same bytes again, and the same text from elsewhere: done, and nothing is added.
    cp "$SAMPLES/articles/01-strait-inspections.txt" "$WORK/copy.txt"
    is "duplicate $article" "$(ch import "$SAMPLES/articles/01-strait-inspections.txt" | py 'r["status"] + " " + r["article"]')"
    is "duplicate $article" "$(ch import - <"$WORK/copy.txt" | py 'r["status"] + " " + r["article"]')"
    is 1 "$(ch list | py 'len(rows)')"
    printf 'What a Shell Would Say\n\nThe harbour master wrote %s on the board. Nobody knew why it stood there.\n' "$markup" >"$WORK/markup.txt"
    second=$(ch import "$WORK/markup.txt" | py 'r["article"]')
    is "2026-02-02 World Marta Ellingsen Northgate Wire" \
        "$(ch show "$article" | py '" ".join([r["published"], r["section"], r["authors"][0], r["source"]["name"]])')"
    text=$(timeout --signal=KILL 45 "$CHANCERY" --library "$library" text "$article")
    holds "$text" "Tarvonia to Inspect Tankers" "Key Points" "Everything depends on the first boarding" "Legal uncertainty"

    # Annotate: by words, by words told apart, by a range across blocks, the same passage twice; tags.
    local blockade gazette across twice board start end note='Who said blockade first? Working paper, not for the brief.'
    blockade=$(uid_of annotate "$article" --quote "This is a blockade by paperwork" --kind claim --speaker "Helena Maas" \
        --note "$note" --tag security/maritime --tag law --credibility 3)
    is "True" "$(ch annotate "$article" --quote "Selm Strait" --suffix " on March 1, Foreign" --kind fact | py 'r["occurrences"] == 1')"
    gazette=$(uid_of annotate "$article" --quote "The gazette sets no limit on how long a ship can be held." --kind fact --credibility 2)
    read -r start end < <(ch text "$article" | py '"%d %d" % (r["text"].index("officers will check"), r["text"].index("masters must declare"))')
    across=$(uid_of annotate "$article" --start "$start" --end "$end" --kind judgement)
    holds "$(ch annotations list "$article" | py "[a['quote'] for a in rows if a['uid'] == '$across'][0]")" "officers will check" $'\n\n' "official gazette, "
    twice=$(uid_of annotate "$article" --quote "This is a blockade by paperwork" --kind question)
    [[ $twice != "$blockade" ]] || fail "the second look at a passage took the place of the first"
    board=$(uid_of annotate "$second" --quote "$markup" --kind fact)
    is "['law', 'security/maritime']" "$(ch annotations list "$article" | py "sorted([a['tags'] for a in rows if a['uid'] == '$blockade'][0])")"
    is 5 "$(ch annotations list "$article" | py 'len(rows)')"

    # Sources and their grades.
    is F "$(ch source list | py '[s["reliability"] for s in rows if s["name"] == "Northgate Wire"][0]')"
    ch source grade "Northgate Wire" --reliability B --reason "Named correspondents in both capitals." >/dev/null
    is B "$(ch source list | py '[s["reliability"] for s in rows if s["name"] == "Northgate Wire"][0]')"

    # One of the article's own risks becomes one of ours, is linked and assessed twice.
    local risk
    risk=$(uid_of risk new --title "Boarding clash $markup" --from "$article" --source-risk 1)
    is R-1 "$(ch risk list | py 'r["number"]')"
    is "$article 1" "$(ch risk show R-1 | py 'r["origin_article"] + " " + str(r["origin_number"])')"
    holds "$(ch risk show R-1 | py 'r["statement"]')" "A boarding that a Kessarian carrier resists"
    holds "$(refused 1 risk new --from "$article" --source-risk 4)" "3 risks"
    ch risk link R-1 "$gazette" --stance supports --weight H >/dev/null
    ch risk link "$risk" "$blockade" --stance contradicts >/dev/null
    is "['contradicts', 'supports']" "$(ch risk show R-1 | py 'sorted(e["stance"] for e in r["evidence"])')"
    is "very-unlikely 2 5 Moderate" "$(ch risk assess R-1 --likelihood 10% --impact 5 --confidence low --basis "one report" \
        --rationale "No boarding yet." --as-of 2026-02-03 --horizon 2026-06-30 | py '"%s %s %s %s" % (r["term"], r["likelihood"], r["impact"], r["rating"])')"
    is "unlikely 3 5" "$(ch risk assess R-1 --likelihood unlikely --impact 5 --confidence moderate --basis "two ministries agree, $markup" \
        --rationale "A first ship was held." --as-of 2026-03-08 | py '"%s %s %s" % (r["term"], r["likelihood"], r["impact"])')"
    is "['very-unlikely', 'unlikely'] [2, 2]" "$(ch risk history R-1 | py '"%s %s" % ([a["term"] for a in rows], [a["evidence"] for a in rows])')"
    is rising "$(ch risk list | py 'r["trend"]')"

    # The brief.
    local brief title="Tarvonia will inspect tankers $markup"
    brief=$(uid_of brief new --template intel-note --title "$title" --marking TLP:GREEN --cutoff 2026-03-09 --author "Ines Corvin")
    ch brief add "$brief" --bluf "A first line that is replaced." >/dev/null
    ch brief add "$brief" --bluf "Inspections are **very likely** to begin on 1 March 2026." --cite "$blockade" --cite "$gazette" >/dev/null
    ch brief add "$brief" --judgement "Kessary is unlikely to give way before the first boarding." \
        --likelihood unlikely --confidence moderate --basis "two ministries say so, $markup" --cite "$blockade" >/dev/null
    ch brief add "$brief" --judgment "Courts are very unlikely to rule in time." --likelihood 10% --confidence low --basis "one report" >/dev/null
    ch brief add "$brief" --paragraph "The board said $markup on Monday." --cite "$board" >/dev/null
    ch brief add "$brief" --paragraph "Below it stood #panic() \$x\$ *stars* and **bold** words." --section gaps >/dev/null
    ch brief add "$brief" --paragraph "Whether masters declare their cargo." --section gaps --cite "$gazette" >/dev/null
    ch brief add "$brief" --risk R-1 >/dev/null
    ch brief add "$brief" --annotation "$across" >/dev/null
    is "bluf judgement judgement paragraph paragraph paragraph risk evidence" \
        "$(ch brief show "$brief" | py '" ".join(block["kind"] for block in r["blocks_list"])')"
    whole "$brief" brief TLP:GREEN 2
    shows "$WORK/brief.pdf" "$title" "Boarding clash $markup" "two ministries say so, $markup" "“$markup”" \
        "The board said $markup on Monday." 'Below it stood #panic() $x$ *stars* and bold words.'
    shows "$WORK/brief.pdf" "Helena Maas" "B3" "Not assessed in this note." "9 March 2026" \
        "$(sha256sum <"$SAMPLES/articles/01-strait-inspections.txt" | cut -d' ' -f1)"
    in_order "$WORK/brief.pdf" "$title" "Bottom line up front" "Key judgements" "Discussion" "Risk picture" "Information gaps" \
        "Evidence" "This is a blockade by paperwork" "Sources" "Tarvonia to Inspect Tankers in Selm Strait"
    lacks "$(printed "$WORK/brief.pdf")" "afirstlinethatisreplaced" "workingpaper"
    lacks "$(cat "$WORK/brief.json" "$WORK/brief.md")" "Working paper"
    holds "$(cat "$WORK/brief.md")" "TLP:GREEN" "This is a blockade by paperwork" "[^1]"

    # Find, throw away, take back.
    is "['annotation', 'article', 'brief', 'risk']" "$(ch search panic | py 'sorted({hit["noun"] for hit in rows})')"
    is "$gazette" "$(ch search '"no limit on how long"' | py '[hit["uid"] for hit in rows if hit["noun"] == "annotation"][0]')"
    ch trash "$across" >/dev/null
    is 4 "$(ch annotations list "$article" | py 'len([a for a in rows if not a["trashed"]])')"
    ch restore "$across" >/dev/null
    is 5 "$(ch annotations list "$article" | py 'len([a for a in rows if not a["trashed"]])')"
    ch trash "$second" >/dev/null
    is "1 1" "$(ch list | py 'len(rows)') $(ch list --trashed | py 'len(rows)')"
    ch undo >/dev/null
    is "2 0" "$(ch list | py 'len(rows)') $(ch list --trashed | py 'len(rows)')"
    ch redo >/dev/null
    is "1 1" "$(ch list | py 'len(rows)') $(ch list --trashed | py 'len(rows)')"
    holds "$(refused 1 redo)" "nothing to redo"
    # What was sent can be sent again, though an article behind it is in the trash.
    ch brief export "$brief" --format pdf -o "$WORK/later.pdf" >/dev/null
    cmp "$WORK/brief.pdf" "$WORK/later.pdf" || fail "throwing away an article changed a brief"
    is "[]" "$(ch check | py 'r["findings"]')"
}

sample() {
    ch sample >/dev/null
    is False "$(ch sample | py 'r["made"]')"
    is "8 3 1" "$(ch list | py 'len(rows)') $(ch risk list | py 'len(rows)') $(ch brief list | py 'len(rows)')"
    local brief title
    brief=$(ch brief list | py 'r["uid"]')
    title=$(ch brief list | py 'r["title"]')
    whole "$brief" sample "$(ch brief list | py 'r["marking"]')" 2
    in_order "$WORK/sample.pdf" "$title" "Bottom line up front" "Key judgements" "Discussion" "Risk picture" \
        "Evidence" "Sources" "How to read this note"
    is "[]" "$(ch check | py 'r["findings"]')"
}

scripts() {
    local title brief said
    for title in "Пролив под налогом" "ضريبة على المضيق" "Το στενό φορολογείται"; do
        brief=$(uid_of brief new --title "$title" --marking TLP:CLEAR)
        ch brief add "$brief" --bluf "$title" >/dev/null
        ch brief export "$brief" --format pdf -o "$WORK/title.pdf" >/dev/null
        shows "$WORK/title.pdf" "$title"
        sound "$WORK/title.pdf" TLP:CLEAR 1
    done
    brief=$(uid_of brief new --title "ሰላም ለሁሉም" --marking TLP:CLEAR)
    said=$(refused 1 brief export "$brief" --format pdf -o "$WORK/ethiopic.pdf")
    holds "$said" Ethiopic title
    [[ ! -e $WORK/ethiopic.pdf ]] || fail "half a brief was written"
    ch brief export "$brief" --format md -o "$WORK/ethiopic.md" >/dev/null
    holds "$(cat "$WORK/ethiopic.md")" "ሰላም ለሁሉም"
}

case ${1-} in
    journey | sample | scripts) "$1" ;;
    *) fail "journey, sample or scripts?" ;;
esac
