# The words of Chancery in English (British spelling). One file a language; sections by part of the program.

## General

trash-done = { $what } is in the trash. Nothing is lost: restore brings it back.

## Brief (PDF, Markdown)

brief-date = Date
brief-cutoff = Information cut-off
brief-prepared-by = Prepared by
brief-handling = Handling
brief-bluf = Bottom line up front
brief-judgements = Key judgements
brief-scope = Scope note
brief-discussion = Discussion
brief-timeline = Timeline
brief-risk-picture = Risk picture
brief-assumptions = Key assumptions
brief-alternatives = Alternative analysis
brief-outlook = Outlook and indicators
brief-implications = Implications
brief-changes = Change since last note
brief-gaps = Information gaps
brief-evidence = Evidence
brief-source-summary = Source summary
brief-sources = Sources
brief-how-to-read = How to read this note
brief-not-assessed = Not assessed in this note.
brief-no-evidence = No evidence is cited in this note.
brief-no-sources = No sources are cited in this note.
brief-confidence-sentence = Confidence is { $level }: { $basis }.
brief-confidence-without-basis = Confidence is { $level }.
brief-confidence-low = low
brief-confidence-moderate = moderate
brief-confidence-high = high
brief-likelihood = Likelihood
brief-impact = Impact
brief-rating = Rating
brief-risk = Risk
brief-risk-id = No.
brief-trend = Trend
brief-horizon = Horizon
brief-as-of = As of
brief-sectors = Sectors
brief-impact-is = Impact: { $word }
brief-until = Horizon: { $date }
brief-as-of-date = As of { $date }
brief-trend-new = New
brief-trend-rising = Rising
brief-trend-stable = Stable
brief-trend-falling = Falling
brief-previous-position = Dashed outline: previous position
brief-matrix-alt = Risk matrix, likelihood by impact.
brief-matrix-alt-risk = { $id } { $title }: likelihood { $likelihood }, impact { $impact }, rated { $rating }.
brief-direction-raises = raises the likelihood
brief-direction-lowers = lowers the likelihood
brief-state-not-seen = not seen
brief-state-emerging = emerging
brief-state-seen = seen
brief-state-reversed = reversed
brief-kind-fact = marked as fact
brief-kind-judgement = marked as judgement
brief-kind-risk = marked as risk
brief-kind-question = marked as question
brief-kind-claim = marked as claim
brief-stance-supports = supports
brief-stance-contradicts = contradicts
brief-stance-context = context
brief-analyst-note = Analyst’s note:
brief-cited = cited
brief-page-short = p. { $page }
brief-page = Page { $page } of { $pages }
brief-version = v{ $version } { $status }
brief-accessed = Accessed { $date }.
brief-dateline = dateline { $place }
brief-no-publisher = [publisher not stated]
brief-no-date = [date not stated]
brief-admiralty = Admiralty { $grade }: { $reliability }; { $credibility }.
brief-reliability-a = completely reliable
brief-reliability-b = usually reliable
brief-reliability-c = fairly reliable
brief-reliability-d = not usually reliable
brief-reliability-e = unreliable
brief-reliability-f = reliability cannot be judged
brief-credibility-1 = confirmed by other sources
brief-credibility-2 = probably true
brief-credibility-3 = possibly true
brief-credibility-4 = doubtful
brief-credibility-5 = improbable
brief-credibility-6 = truth cannot be judged
brief-tlp-red = For the named recipients only
brief-tlp-amber-strict = Recipient organisation only, need to know
brief-tlp-amber = Recipient organisation and its clients, need to know
brief-tlp-green = Recipient community; not for public channels
brief-tlp-clear = No limit on disclosure
brief-read-likelihood = Likelihood is stated in the terms of { $scale }, each with its band on a bar from 0 to 100%.
brief-read-confidence = Confidence is a separate statement: high rests on several independent good sources and few assumptions, moderate on partly corroborated ones, low on fragmentary or single sources.
brief-read-grades = A grade joins the source’s reliability (A completely reliable to E unreliable, F cannot be judged) and the passage’s credibility (1 confirmed to 5 improbable, 6 cannot be judged).
brief-read-words = Words in quotation marks under Evidence are the sources’ own; everything else is the authors’ judgement. Citation numbers lead to the evidence, page letters lead back.
brief-date-long = { $day } { $month } { $year }
brief-month-1 = January
brief-month-2 = February
brief-month-3 = March
brief-month-4 = April
brief-month-5 = May
brief-month-6 = June
brief-month-7 = July
brief-month-8 = August
brief-month-9 = September
brief-month-10 = October
brief-month-11 = November
brief-month-12 = December
brief-marking-end = End of { $label } document

## Window

window-library = Library
window-count =
    { $shown ->
        [one] { $shown } article
       *[other] { $shown } articles
    }
window-count-more = more than { $shown } articles
window-opening = Opening the library…
window-articles = Articles
window-position = { $at } of { $shown }
window-position-more = { $at } of more than { $shown }
window-key-move = move
window-unread = Unread
window-read = Read
window-archived = Archived
window-starred = Starred
window-annotations =
    { $count ->
        [one] { $count } annotation
       *[other] { $count } annotations
    }
window-authors-two = { $first } and { $second }
window-authors-more = { $first } and { $others } others
window-empty = No articles yet
window-empty-import = Import articles from a shell, one or many at a time:
window-empty-sample = To look around first, make the sample library, which gets a folder of its own:
window-empty-back = The list fills when you come back to this window.
window-retry = Try again
window-bug = Something inside Chancery broke off. Nothing was half written: each change is kept whole or not at all.
window-bug-hint = Try again. If it happens again, restart Chancery and run “chancery check”.
window-usage = Chancery was started with an option that it doesn’t know, so no library was opened.
window-usage-hint = Start it as “chancery-window”, or as “chancery-window --library FOLDER” for a library of your own choice.
