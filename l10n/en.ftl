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
brief-uncited = Evidence that no passage cites:
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
brief-horizon = Impact and horizon
brief-sectors-are = per source: { $words }
brief-impact-is = Impact: { $word }
brief-until = Until { $date }
brief-horizon-is = Horizon: { $words }
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
brief-read-likelihood = Likelihood uses the terms of { $scale }, each a band on a bar from 0 to 100%.
brief-read-confidence = Confidence is separate: high rests on several independent good sources and few assumptions, moderate on partly corroborated ones, low on fragmentary or single ones.
brief-read-grades = A grade joins the source’s reliability (A completely reliable to E unreliable, F cannot be judged) and a passage’s credibility (1 confirmed to 5 improbable, 6 cannot be judged); a source’s grade shows the least credible passage used from it.
brief-read-words = Quoted words under Evidence are the sources’, all else is the authors’ judgement. Numbers lead to the evidence, letters back.
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
brief-month-short-1 = Jan
brief-month-short-2 = Feb
brief-month-short-3 = Mar
brief-month-short-4 = Apr
brief-month-short-5 = May
brief-month-short-6 = Jun
brief-month-short-7 = Jul
brief-month-short-8 = Aug
brief-month-short-9 = Sep
brief-month-short-10 = Oct
brief-month-short-11 = Nov
brief-month-short-12 = Dec

## Window

window-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
window-opening = Opening the library…
window-position = { $at } of { $total }
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
window-retry = Try again
window-bug = Something inside Chancery broke off. Nothing was half written: each change is kept whole or not at all.
window-bug-hint = Try again. If it happens again, restart Chancery and run “chancery check”.
window-no-screen = Chancery found no screen to open its window on. No library was touched.
window-no-screen-hint = Start it in a graphical session, or use “chancery”, which does everything from a shell.
window-usage = Chancery was started with an option that it doesn’t know, so no library was opened.
window-usage-hint = Start it as “chancery-window”, or as “chancery-window --library FOLDER” for a library of your own choice.

window-not-chosen = Chancery opens and writes only files that were chosen in a dialog, dropped on the window, or named when it was started. Nothing was opened or written.
window-not-chosen-hint = Choose the file again.
window-not-a-link = This is no address of the web or of a mailbox, so it was not opened.
window-not-a-link-hint = Copy it and open it yourself if you know what it is.
window-no-program = This computer has no program set up that opens it.
window-no-program-hint = Set one up in the settings of your desktop, or open it yourself.
window-file-gone = { $path } is no longer there.
window-file-gone-hint = It may have been moved or renamed; export it again.
library-name-default = My library
library-name-sample = Sample library
dialog-files = Import files
dialog-files-accept = Import
dialog-folder = Choose a folder
dialog-folder-accept = Choose
dialog-save = Save as
dialog-save-accept = Save
dialog-cancel = Cancel

## Window: actions

action-palette = Search or run a command
action-import-paste = Import from the clipboard
action-import-open = New article
action-import-address = Fetch a web page…
action-import-files = Import files…
action-library-open = Open another library…
action-library-sample = Open the sample library
action-library-leave-sample = Remove the sample library
action-undo = Undo
action-redo = Redo
action-go-inbox = Go to Inbox
action-go-later = Go to Later
action-go-library = Go to Library
action-go-risks = Go to Risks
action-go-briefs = Go to Briefs
action-go-search = Go to Search
action-go-tags = Go to Tags
action-go-trash = Go to Trash
action-go-settings = Settings
action-go-back = Back
action-go-forward = Forward
action-next-pane = Next pane
action-previous-pane = Previous pane
action-start-pane = Show or hide the left pane
action-end-pane = Show or hide the right pane
action-theme = Next theme
action-theme-system = Theme: as the desktop
action-theme-light = Theme: light
action-theme-dark = Theme: dark
action-theme-sepia = Theme: sepia
action-theme-contrast = Theme: high contrast
action-larger = Larger text
action-smaller = Smaller text
action-text-reset = Text as large as at first
action-toasts = Go to the last message
action-menu = Application menu
action-keys = Keyboard shortcuts
action-keys-hint = all keys
action-help = Help
scope-everywhere = Everywhere
scope-list = Lists of articles
scope-reader = Reader
scope-risks = Risks
scope-assess = Assessing a risk
scope-briefs = Briefs
scope-composer = Composer
scope-search = Search
scope-tags = Tags
scope-import = Import
scope-settings = Settings
scope-help = Help
hint-key = { $action } has a key: { $keys }
action-reader-next = Next paragraph
action-reader-next-hint = paragraph
action-reader-previous = Previous paragraph
action-reader-page = Scroll a page
action-reader-page-back = Scroll a page back
action-reader-highlight = Highlight with the last kind
action-reader-highlight-hint = highlight
action-reader-fact = Mark as fact
action-reader-judgement = Mark as judgement
action-reader-risk = Mark as risk
action-reader-question = Mark as question
action-reader-claim = Mark as claim
action-reader-select = Select from the paragraph
action-reader-select-hint = select
action-reader-sentence = Select the sentence
action-reader-paragraph = Select the paragraph
action-reader-note = Write a note
action-reader-note-hint = note
action-reader-tag = Tag the passage
action-reader-tag-hint = tag
action-reader-link = Link the passage to a risk
action-reader-link-hint = link risk
action-reader-card = Go to the card
action-reader-leave = Back, one level
action-reader-next-mark = Next annotation
action-reader-previous-mark = Previous annotation
action-reader-trash-mark = Move the annotation to the trash
action-reader-reattach = Re-attach a lost annotation to the selection
action-reader-adopt = Adopt the source's risk
action-reader-copy = Copy quote with citation
action-reader-cite = Copy citation
action-reader-find = Find in this article
action-reader-hide-marks = Hide or show all marks
action-reader-looks = Text and theme
action-reader-focus = Focus on the text
action-reader-tag-article = Tag the article
action-reader-done = Mark read and go on
action-reader-archive = Archive and go on
action-reader-later = Keep for later and go on
action-reader-star = Star
action-reader-versions = Versions and what changed
action-reader-refetch = Look whether the page changed
action-reader-pictures = Fetch the pictures of the article
action-reader-origin = Where the report comes from
reader-versions = Versions
reader-versions-one = This is the only version. Look whether its page changed to get another one.
reader-version = Version { $number }
reader-version-first = first
reader-version-corrected = record corrected
reader-version-changed = page changed
reader-version-same = same text
reader-version-compared = Compared with version { $number }
reader-version-no-difference = The words are those of the version before.
reader-changed = { $count ->
    [one] One cited passage reads differently now
   *[other] { $count } cited passages read differently now
 }
reader-changed-now = now
reader-changed-gone = no longer there
reader-refetching = Fetching the page…
reader-pictures-fetching = Fetching the pictures…
reader-refetch-unchanged = The page has not changed.
reader-refetch-same-text = The page changed, the article did not.
reader-refetch-new-version = Version { $number }: { $exact } marks in their place, { $moved } moved, { $approximate } on similar words, { $orphan } lost
reader-refetch-show = What changed
reader-origin = Origin
reader-origin-about = Copies of one report count as one source when a risk is assessed.
reader-origin-alone = No copy of this report is in the library.
reader-origin-agency = { $count ->
    [one] One report, from { $agency }
   *[other] { $count } copies of one report, from { $agency }
 }
reader-origin-group = { $count } copies of one report
reader-origin-said = You said so.
reader-origin-cue-itself = this article
reader-origin-cue-said = as you said
reader-origin-cue-address = names the same page as its own address
reader-origin-cue-agency = the same agency, { $percent } % of the words
reader-origin-cue-words = { $percent } % of the words
reader-origin-split = A report of its own
reader-origin-join = Same origin as…
reader-origin-cues = Let the cues decide
reader-origin-joined = One origin now
reader-origin-parted = A report of its own now
reader-pictures-none = No picture is named in this article.
reader-pictures-kept = { $count ->
    [one] One picture is in the library
   *[other] { $count } pictures are in the library
 }
action-reader-trash = Move the article to the trash

action-move-hint = move
action-search-next = Next result
action-search-previous = Previous result
action-search-first = First result
action-search-last = Last result
action-search-open = Open
action-search-field = Change the query
action-search-tab-next = Next kind of result
action-search-tab-previous = Previous kind of result
action-search-tab-hint = kind
action-search-drop = Drop the part that finds nothing
action-search-leave = Back to where you were
action-tags-next = Next tag
action-tags-previous = Previous tag
action-tags-first = First tag
action-tags-last = Last tag
action-tags-open = Show what carries the tag
action-tags-open-hint = show
action-tags-rename = Rename the tag
action-tags-rename-hint = rename
action-tags-select = Select the tag
action-tags-select-hint = select
action-tags-remove = Remove the tag from everything
action-tags-remove-hint = remove
action-tags-find = Search for the tag
action-tags-unused = Only unused tags
action-tags-filter = Filter the tags
action-tags-filter-hint = filter
action-tags-leave = One level out

## Window: shell

kit-close = Close
kit-diff-gap-kept = { $count ->
    [one] … one word unchanged
   *[other] … { $count } words unchanged
 }
kit-diff-gap-dropped = { $count ->
    [one] … one word dropped, not shown
   *[other] … { $count } dropped words, not shown
 }
kit-diff-gap-added = { $count ->
    [one] … one word added, not shown
   *[other] … { $count } added words, not shown
 }
kit-diff-counts = { $added } added, { $dropped } dropped
kit-cancel = Cancel
kit-likelihood = Likelihood { $low } to { $high } %
kit-kind-fact = Fact
kit-kind-fact-letter = F
kit-kind-judgement = Judgement
kit-kind-judgement-letter = J
kit-kind-risk = Risk
kit-kind-risk-letter = R
kit-kind-question = Question
kit-kind-question-letter = Q
kit-kind-claim = Claim
kit-kind-claim-letter = C
kit-rating-very-low = Very low
kit-rating-low = Low
kit-rating-moderate = Moderate
kit-rating-high = High
kit-rating-very-high = Very high
kit-confidence-low = Low
kit-confidence-low-long = Low confidence
kit-confidence-moderate = Moderate
kit-confidence-moderate-long = Moderate confidence
kit-confidence-high = High
kit-confidence-high-long = High confidence
kit-tags-remove = Remove tag { $tag }
kit-tags-create = Add “{ $tag }”
kit-picker-none = Nothing matches.
kit-date-form = YYYY-MM-DD
kit-date-wrong = This is no date. Write it as year-month-day, such as 2026-11-20.
nav = Main
nav-find = Search
nav-inbox = Inbox
nav-later = Later
nav-library = Library
nav-risks = Risks
nav-briefs = Briefs
nav-search = Search
nav-tags = Tags
nav-trash = Trash
nav-help = Help
nav-settings = Settings
menu = Application menu
menu-file = File
menu-edit = Edit
menu-view = View
menu-go = Go
menu-help = Help
pane-edge-start = Width of the left pane
pane-edge-end = Width of the right pane
palette = Search or run a command
palette-placeholder = Search or run a command
palette-actions = Actions
palette-records = Records
palette-passages = Passages
palette-none = Nothing fits “{ $query }”.
palette-foot-actions = commands
palette-foot-tags = tags
palette-foot-risks = risks
palette-foot-sources = sources
palette-foot-help = help
palette-foot-run = run
keys-title = Keyboard shortcuts
keys-find = Find a key or a command
keys-none = No command is called “{ $query }”.
keys-or = or
toasts = Messages
toast-close = Put this message away
menu-step = { $action }: { $label }
job-open = Show
job-pause = Pause
job-resume = Resume
job-cancel = Cancel the rest
undone = Undone: { $label }
redone = Done again: { $label }
theme-now =
    { $theme ->
        [system] Theme as the desktop
        [dark] Dark theme
        [sepia] Sepia theme
        [contrast] High-contrast theme
       *[light] Light theme
    }
text-size-now = Text at { $percent } %
link-title = Open this link?
link-text = It leads out of Chancery to { $host } and opens in your browser.
link-open = Open in browser
link-copy = Copy the address
link-cancel = Stay here

## Window: settings

settings-title = Settings
settings-find = Find a setting
settings-none = No setting has “{ $query }” in it.
settings-library = Library and samples
settings-reading = Reading
settings-appearance = Appearance
settings-keyboard = Keyboard
settings-briefs = Briefs
settings-sites = Sites
settings-sites-none = Nothing is remembered
settings-sites-none-about = When you correct a field of a page on the import sheet, the correction can be remembered for its site.
settings-sites-from-cue = { $field } from: { $cue }
settings-sites-always = { $field } is always “{ $value }”
settings-sites-never = { $field } stays empty
settings-sites-without-line = Without the line “{ $line }”
settings-sites-forget = Forget
settings-sites-forget-rule = Forget: { $site }, { $rule }
settings-sites-forgotten = Forgotten. Articles stay as they are.
settings-privacy = Privacy
settings-about = About
settings-folder = Library folder
settings-folder-about = Everything is in this one folder. To move it, close Chancery, move the folder, and open it from its new place. Don’t keep it in a folder that is synchronised with other computers.
settings-library-open = Open another…
settings-library-show = Open
settings-sample = Sample library
settings-sample-about = Invented articles, marks, risks and a brief, in a folder of their own.
settings-sample-open = Open the samples
settings-check = Check the library
settings-check-about = Looks every record over: the journal, the places of marks, the search index, the file itself.
settings-check-now = Check now
settings-checking = Checking…
settings-check-well = All is well.
settings-check-ill =
    { $count ->
        [one] One thing is wrong:
       *[other] { $count } things are wrong:
    }
settings-face = Typeface
settings-face-serif = Serif
settings-face-sans = Sans
settings-size = Size of articles
settings-size-s = Small
settings-size-m = Medium
settings-size-l = Large
settings-size-xl = Very large
settings-measure = Width of the column
settings-measure-narrow = Narrow
settings-measure-normal = Normal
settings-measure-wide = Wide
settings-theme = Theme
settings-theme-system = As the desktop
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-sepia = Sepia
settings-theme-contrast = High contrast
settings-text-size = Text size
settings-text-size-about = Of the whole window.
settings-smaller = Smaller text
settings-larger = Larger text
settings-percent = { $percent } %
settings-density = Density
settings-density-about = How much fits into a list.
settings-density-compact = Compact
settings-density-comfortable = Comfortable
settings-density-spacious = Spacious
settings-motion = Movement
settings-motion-about = Lists and panes slide for a moment.
settings-motion-system = As the desktop
settings-motion-off = Off
settings-language = Language
settings-single-keys = Single-key shortcuts
settings-single-keys-about = A letter alone acts, outside of text fields. Turn it off if you dictate or often hit keys by mistake.
settings-single-keys-on = On
settings-single-keys-with-modifier = With Ctrl and Alt
settings-single-keys-off = Off
settings-keys-reset = Keys of your own
settings-keys-reset-about = You have changed some of the keys below.
settings-keys-reset-all = Reset all
settings-press = Press a key, or Esc
settings-no-key = none
settings-key-change = Change
settings-key-change-label = Change the key of “{ $action }”
settings-key-reset = Reset
settings-key-reset-label = Give “{ $action }” its usual key
settings-key-taken = { $key } is the key of “{ $action }”.
settings-key-take = Take it
settings-author-name = Your name
settings-author-org = Organisation
settings-author-desk = Desk
settings-author-about = New briefs begin with it.
settings-network = Nothing leaves this computer unasked
settings-network-about = Chancery has no account and sends nothing. It fetches the pages that you ask for, one by one, from the public internet only. The window itself is cut off from every network.
settings-links = Links ask first
settings-links-about = A link in an article opens in your browser only after Chancery has named its host and you have agreed.
settings-files = Only files that you chose
settings-files-about = Chancery reads what you import and writes where you save. Articles are read by a helper that can open no file and no connection.
settings-versions = Versions
settings-versions-about = For whoever helps you with a problem. It says nothing about what is in your library.
settings-paints-memory = painted without the graphics card
settings-paints-card = painted by the graphics card
settings-copy = Copy
settings-copied = Copied.
settings-licence = Licence
settings-licence-about = MIT or Apache 2.0, at your choice. The typefaces are under the SIL Open Font License.

## Window: welcome

welcome-title = Welcome to Chancery
welcome-deck = From articles to a brief you can stand behind.
welcome-sample = Try with the sample library
welcome-sample-text = Eight articles, marks, three risks with history, one brief. Removed in one action.
welcome-sample-making = Making the sample library…
welcome-files = Import my files
welcome-files-text = Web pages, PDFs, Word files, mails and texts, one or a whole folder
welcome-empty = Start empty
welcome-empty-text = Paste the first article with Ctrl V
welcome-folder = Your library is one folder
welcome-change = Change
welcome-private = Nothing leaves this computer unasked. No account.
sample-remove = Remove the samples
sample-remove-title = Remove the sample library?
sample-remove-text = Its articles, marks, risks and brief go, with all that you did in it. Your own library stays as it is.
sample-removed = The sample library is gone.
drop-files =
    { $count ->
        [one] Drop the file to import it
       *[other] Drop { $count } files to import them
    }

## Window: inbox and library

action-list-next = Next article
action-list-previous = Previous article
action-list-move-hint = move
action-list-first = First article
action-list-last = Last article
action-list-page-down = A page down
action-list-page-up = A page up
action-list-open = Read the article
action-list-open-hint = read
action-list-peek = Show or hide the preview
action-list-archive = Archive
action-list-archive-hint = archive
action-list-later = Put aside for later
action-list-later-hint = later
action-list-inbox = Move to the inbox
action-list-inbox-hint = inbox
action-list-restore = Put back
action-list-select = Pick or unpick
action-list-select-hint = pick
action-list-extend-down = Pick on downwards
action-list-extend-up = Pick on upwards
action-list-select-all = Pick all of the list
action-list-tag = Tag
action-list-tag-hint = tag
action-list-star = Star, or take the star off
action-list-read = Mark as read or unread
action-list-trash = Move to the trash
action-list-filter = Filter the list
action-list-clear = Unpick all, or clear the filter
action-list-density = Height of the rows
action-list-menu = Menu of the article
list-begun = Begun
list-minutes = { $minutes } min
list-today = Today
list-yesterday = Yesterday
list-week = This week
list-earlier = Earlier
list-undated = No date
list-preview = Preview
list-by = By
list-key-points = Key points
list-claims = Risks named by the source
list-adopt = Adopt
list-adopt-claim = Adopt { $claim }
list-adopted = Risk adopted into the register
list-menu = Article
list-scope = Which articles
list-scope-all = All
list-scope-archive = Archived
list-sort = Sort by
list-sort-added = Newest
list-sort-published = Published
list-sort-title = Title
list-density-comfortable = Comfortable rows
list-density-compact = Compact rows
list-density-spacious = Spacious rows
list-picked = { $count } picked
list-pick-none = Unpick
list-do-archive = Archive
list-do-later = Later
list-do-inbox = Inbox
list-do-restore = Put back
list-do-star = Star
list-do-read = Read
list-do-open = Read
list-do-tag = Tag
list-do-trash = Trash
list-done-archive = { $count ->
    [one] Archived
   *[other] { $count } articles archived
 }
list-done-later = { $count ->
    [one] Put aside for later
   *[other] { $count } articles put aside for later
 }
list-done-inbox = { $count ->
    [one] Moved to the inbox
   *[other] { $count } articles moved to the inbox
 }
list-done-star = { $count ->
    [one] Starred
   *[other] { $count } articles starred
 }
list-done-unstar = { $count ->
    [one] Star taken off
   *[other] Stars taken off { $count } articles
 }
list-done-read = { $count ->
    [one] Marked as read
   *[other] { $count } articles marked as read
 }
list-done-unread = { $count ->
    [one] Marked as unread
   *[other] { $count } articles marked as unread
 }
list-done-trash = { $count ->
    [one] Moved to the trash
   *[other] { $count } articles moved to the trash
 }
list-done-restore = { $count ->
    [one] Put back
   *[other] { $count } articles put back
 }
list-tag-label = { $count ->
    [one] Tags of the article
   *[other] Tags of { $count } articles
 }
list-tag-new = New tag “{ $tag }”
list-tag-on = { $count ->
    [one] on one article
   *[other] on { $count } articles
 }
list-tagged = { $count ->
    [one] Tagged #{ $tag }
   *[other] { $count } articles tagged #{ $tag }
 }
list-untagged = { $count ->
    [one] #{ $tag } taken off
   *[other] #{ $tag } taken off { $count } articles
 }
list-filter = Filter
list-filter-clear = Clear the filter
list-filter-parts = Parts of a filter
list-filter-tag = a tag, and those under it
list-filter-source = who published it
list-filter-section = section of the outlet
list-filter-unread = not read yet
list-filter-starred = with a star
list-filter-annotation = with a marked passage
list-filter-note = with a note
list-filter-after = published since, as 2026-02
list-filter-before = published before
list-filter-not = in front: without it
list-nothing = Nothing fits the filter
list-nothing-text = No article of this list fits “{ $filter }”. Esc clears the filter.
list-empty-inbox = Nothing waiting
list-empty-inbox-text = Paste an article with Ctrl+V, or drop files anywhere in the window. What you read, you archive, put aside or throw away from here.
list-empty-later = Nothing put aside
list-empty-later-text = Articles worth more time than you have now wait here. Press l on an article to put it aside.
list-empty-archive = Nothing archived yet
list-empty-archive-text = Articles you are done with are kept here, with everything you marked in them. Press e on an article to archive it.
list-empty-all = No articles yet
list-empty-all-text = Paste an article with Ctrl+V, or drop files anywhere in the window. Every article you import stays in the library.
list-empty-trash = The trash is empty
list-empty-trash-text = What you throw away waits here and can be put back. Nothing is deleted by itself.

## Window: import

action-import-save = Save and read
action-import-save-next = Save, next
action-import-edit-record = Edit record
import-title = Import
import-tab-text = Paste
import-tab-files = Files
import-drafts =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
import-drafts-drop = Throw away
action-import-alternatives = Other values of the field
action-import-remember = Remember the correction for the site
action-import-toggle-line = Restore the line, or leave it out
action-import-compare = Compare with the article that is there
import-tab-address = Address
import-address-title = Fetch a page
import-address-placeholder = https://
import-address-about = The page is fetched once, when you say so. You look at its record before anything is saved.
import-address-private = From the public internet only, without cookies and without saying where you come from.
import-fetch = Fetch
import-fetching = Fetching the page from { $host }…
import-paste-text = Paste its text instead
import-other-address = Another address
import-form = Read what was pasted
import-form-page = As a page
import-form-plain = As plain text
import-stated-by-page = What the document states about itself
import-restore = Restore
import-leave-out = Leave out
import-drop-everywhere = Leave out on every page of { $site }
import-origin = { $origin } ({ $field }). { $count ->
    [one] One value is stated
   *[other] { $count } values are stated
 }
import-stated = { $count } stated
import-by-rule = by your rule
import-alternatives = What the document states: { $field }
import-remember = Remember for { $site }
import-remember-title = Do the same on the next pages of { $site }. Settings, Sites lists what is remembered.
import-cue-printed = as printed
import-cue-heading = the heading
import-cue-window-title = the window title
import-cue-json-ld = page data (JSON-LD)
import-cue-microdata = page data (microdata)
import-cue-open-graph = page data (Open Graph)
import-cue-meta-tag = page data (meta tag)
import-cue-time-element = a date in the page
import-cue-link-relation = a link of the page
import-cue-class-name = by its style
import-cue-dateline = the dateline
import-cue-address = the address
import-cue-attribute = an attribute
import-cue-header = the mail’s header
import-cue-properties = the file’s properties
import-verdict-chosen = taken
import-verdict-agrees = says the same
import-verdict-less-trusted = trusted less
import-verdict-placeholder = a placeholder, no value
import-verdict-no-person = no person
import-verdict-another-date = another date, such as of a change
import-verdict-implausible = can’t be right
import-because-repeated-headline = duplicate
import-because-corrected = left out by you
import-because-navigation = menu
import-because-related-links = other articles
import-because-promotion = promotion
import-because-advertisement = advertisement
import-because-sharing = share bar
import-because-comments = comments
import-because-about-the-article = about the article
import-because-about-the-author = about the author
import-because-picture-credit = picture credit
import-because-legal = legal notice
import-because-hidden = not visible
import-because-running-head = running head
import-because-page-number = page number
import-because-quoted-message = quoted message
import-because-signature = signature
import-because-outside-article = beside the article
import-compare = Compare
import-compared = Compared with “{ $title }”
import-no-difference = Every word is the same
import-as-version = As its new version
import-saved-version = “{ $title }” is version { $number } now{ $changed ->
    [0] { "" }
    [one] . One cited passage reads differently
   *[other] . { $changed } cited passages read differently
 }
import-raw = Raw text
import-record = Record
import-blank = Type or paste an article here
import-blank-title = The record appears here
import-blank-about = Title, date, author, key points and risks are read from the text as you go on. Every line keeps its place, and the original is kept as it is.
import-edit-text = Edit text
import-nothing-to-paste = The clipboard holds no text.
import-field-title = Title
import-field-deck = Deck
import-field-authors = Author
import-field-section = Section
import-field-published = Published
import-field-dateline = Dateline
import-field-outlet = Outlet
import-field-url = Address
import-field-language = Language
import-sure = Sure
import-check = Please check
import-typed = typed
import-count-key-points = Key points
import-count-paragraphs = Paragraphs
import-count-risks = Risks named by the source
import-count-related = Related headlines
import-doubt-title-from-first-words = no headline found, the first words stand in
import-doubt-deck-by-place = taken by its place, please check
import-doubt-byline-without-name = the byline has no name
import-doubt-date-without-year = printed without a year
import-doubt-no-date = no date found
import-doubt-date-to-come = this day is still to come
import-doubt-dateline-far-from-date = far from the day of publication
import-doubt-dateline-without-year = its day has no year
import-doubt-key-points-without-bullets = no bullets, please check
import-doubt-no-paragraphs = no report found
import-doubt-risks-without-bullets = no bullets, please check
import-doubt-related-from-one-line = parted by their dates, please check
import-part-none = Not used
import-part-kept = Kept
import-part-section = section
import-part-published = date
import-part-title = title
import-part-deck = deck
import-part-author = author
import-part-outlet = outlet
import-part-address = address
import-part-language = language
import-part-summary = summary
import-part-heading = heading
import-part-key_point = key point { $number }
import-part-dateline = dateline
import-part-paragraph = ¶{ $number }
import-part-risk = risk { $number }
import-part-related = related { $number }
import-use = Use this line
import-use-as = Use as { $field }
import-keep-line = Keep this line
import-drop-line = Leave this line out
import-removed =
    { $count ->
        [one] { $count } piece left out
       *[other] { $count } pieces left out
    }
import-lines-not-shown =
    { $count ->
        [one] One more line isn’t shown here. It is in the record like the others.
       *[other] { $count } more lines aren’t shown here. They are in the record like the others.
    }
import-save-to = Save to
import-to-inbox = Inbox
import-to-later = Later
import-to-archive = Archive
import-tags = Tags
import-alike = In the library already
import-alike-same = You have this article
import-alike-trashed = You have this article, in the trash
import-alike-shared = { $percent } % like an article you have
import-alike-page = Another state of this page, { $percent } % like this one: saved as its new version
import-alike-title = An article with the same title
import-alike-stopped = Nothing was saved. Keep this one beside it?
import-alike-open = Open “{ $title }”
import-open = Open
import-keep-both = Keep both
import-keep-draft = Keep as draft
import-kept-as-draft = Kept as a draft. The import sheet has it.
import-saved = Imported “{ $title }”
import-files-title = Import files
import-files-about = Choose texts or a folder of them, or drop them on the window. Each becomes an article; the files stay as they are.
import-choose-files = Choose files…
import-choose-folder = Choose a folder…
import-choose-others = Choose others…
import-more-files = Import more…
import-start =
    { $count ->
        [one] Import { $count } file
       *[other] Import { $count } files
    }
import-progress = Files imported
import-pause = Pause
import-resume = Resume
import-cancel = Cancel the rest
import-files-running = Importing { $done } of { $total }
import-files-paused = Paused at { $done } of { $total }
import-files-rate = { $rate } a second
import-files-look =
    { $count ->
        [one] { $count } needs a look
       *[other] { $count } need a look
    }
import-files-failed = { $count } failed
import-files-imported = { $count } imported
import-files-new-versions =
    { $count ->
        [one] { $count } new version
       *[other] { $count } new versions
    }
import-files-duplicates =
    { $count ->
        [one] { $count } was there already
       *[other] { $count } were there already
    }
import-files-cancelled = Cancelled. { $outcome }
import-files-stay = Files that failed are where they were, unchanged.
import-files-more =
    { $count ->
        [one] One more file isn’t listed here. It is imported like the others.
       *[other] { $count } more files aren’t listed here. They are imported like the others.
    }
import-file-waiting = Waiting
import-file-imported = Imported
import-file-new_version = New version
import-file-look = Needs a look
import-file-duplicate = Duplicate
import-file-failed = Failed
import-save-record = Save the record
import-record-title = Edit record
import-record-about = The original and the version before are kept; annotations move along.
import-record-saved = The record is corrected{ $changed ->
    [0] { "" }
    [one] . One cited passage reads differently
   *[other] . { $changed } cited passages read differently
 }
import-record-changes = What changed
import-record-marks = { $count ->
    [one] One mark stands on what you leave out. It is kept with its words.
   *[other] { $count } marks stand on what you leave out. They are kept with their words.
 }
import-record-text = Text
import-record-shown = Lines shown
import-record-all = All lines
import-record-left-out = Left out ({ $count })
import-record-nothing-left-out = Nothing is left out of this article.

## Window: reader

reader-article = Article
reader-outline = Outline
reader-rail = Annotations and risks
reader-annotations = Annotations
reader-risks = Risks
reader-back = Back
reader-queue = { $at } of { $count }
reader-place = { $place } of { $count }
reader-minutes = { $count } min
reader-saved = Saved
reader-saving = Saving
reader-reliability = Source { $grade }
reader-part-summary = Summary
reader-part-key-point = Key points
reader-part-body = Body
reader-part-risk = Risks named by the source
reader-part-related = Related
reader-cited-in = Cited in
reader-fold =
    { $count ->
        [0] Summary
        [one] Summary and { $count } key point
       *[other] Summary and { $count } key points
    }
reader-block = Paragraph { $place }
reader-block-marks =
    { $count ->
        [one] { $count } { $kind } highlight
       *[other] { $count } { $kind } highlights
    }
reader-block-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
reader-to-card = { $kind }: go to its card
reader-marked = { $kind } marked, { $place }
reader-trashed = { $kind } { $place } moved to the trash
reader-ended-read = Marked as read
reader-ended-archive = Archived
reader-ended-later = Kept for later
reader-ended-trash = Moved to the trash
reader-starred = Starred
reader-unstarred = Star taken off
reader-marks-hidden = Marks hidden
reader-marks-shown = Marks shown
reader-selection = Selection
reader-act-note = Note
reader-act-tag = Tag
reader-act-link = Link risk
reader-act-copy = Copy citation
reader-copied = Quote and citation copied
reader-cited = Citation copied
reader-hits =
    { $count ->
        [0] Not found
       *[other] { $at } of { $count }
    }
reader-cards-empty = No annotations yet
reader-cards-empty-hint = Press h to highlight the paragraph with the bar, or select words and press 1 to 5.
reader-lost =
    { $count ->
        [one] { $count } annotation lost its place. Its words are kept below.
       *[other] { $count } annotations lost their place. Their words are kept below.
    }
reader-state-exact = In place
reader-state-moved = Moved
reader-state-approximate = Approximate
reader-state-orphan = Lost its place
reader-reattach = Re-attach to the selection
reader-card-menu = More for this annotation
reader-menu = More for this article
reader-show-place = Show in the text
reader-note-label = Note
reader-note-hint = Note. #tag and >risk work here.
reader-note-unread = Left in the note, since no single risk fits: { $risk }
reader-note-recovered = An unfinished note at { $place } was kept
reader-untag = Remove the tag { $tag }
reader-on = on
reader-new-risk = New risk “{ $title }”
reader-no-risks = No risks yet. Type what could happen to begin one.
reader-linked = Linked to { $number }
reader-stance = The passage speaks
reader-stance-supports = For
reader-stance-contradicts = Against
reader-stance-context = Context
reader-grade = Speaker and credibility
reader-speaker = Who is quoted
reader-credibility = Credibility of the passage
reader-credibility-short = Credibility { $grade }
reader-credibility-2 = 2 Probably true
reader-credibility-3 = 3 Possibly true
reader-credibility-4 = 4 Doubtful
reader-credibility-5 = 5 Improbable
reader-credibility-6 = 6 Not judged
reader-save = Save
reader-risks-empty = No risks here yet
reader-risks-empty-hint = Press r on a paragraph to link it to a risk of your register.
reader-risks-linked = Linked from this article
reader-passages =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
reader-claims = Claimed by the source
reader-claims-hint = These are the source's words, not your assessment.
reader-claim-adopted = Adopted as
reader-claim-linked = Linked to
reader-claim-aside = Set aside
reader-take-back = Take back
reader-adopt = Adopt
reader-link = Link
reader-ignore = Ignore
reader-adopted = Adopted as { $number }
reader-face = Typeface
reader-face-serif = Serif
reader-face-sans = Sans
reader-size = Size
reader-size-s = S
reader-size-m = M
reader-size-l = L
reader-size-xl = XL
reader-measure = Column
reader-measure-narrow = Narrow
reader-measure-normal = Normal
reader-measure-wide = Wide
reader-theme = Theme
reader-theme-system = System
reader-theme-light = Light
reader-theme-sepia = Sepia
reader-theme-dark = Dark

## Window: risks

action-risks-next = Next risk
action-risks-next-hint = move
action-risks-previous = Previous risk
action-risks-assess = Assess
action-risks-view = Matrix or table
action-risks-view-hint = matrix, table
action-risks-new = New risk
action-risks-new-hint = new
action-risks-edit = Edit title and statement
action-risks-matrix = Go to the matrix
action-risks-trash = Put the risk into the trash
action-assess-low = Low confidence
action-assess-low-hint = low
action-assess-moderate = Moderate confidence
action-assess-moderate-hint = moderate
action-assess-high = High confidence
action-assess-high-hint = high confidence
action-assess-term = Next term of the row
action-assess-term-hint = term
action-assess-record = Record the judgement
action-assess-record-hint = record
action-assess-leave = Leave, keep the draft
risks-heading = Risks
risks-count = { $due ->
    [0] { $count }
   *[other] { $count }, { $due } due for review
 }
risks-register = Risk register
risks-entry = Risk { $number }
risks-again = Try again
risks-view = View
risks-view-matrix = Matrix
risks-view-table = Table
risks-shown = Shown
risks-shown-live = Open and watched
risks-shown-open = Open
risks-shown-watch = Watched
risks-shown-closed = Closed
risks-shown-resolved = Resolved
risks-shown-void = Void
risks-shown-all = All
risks-show-entry = Show the risk
risks-show-all = Show all
risks-none-shown = No risk has this status.
risks-empty = No risks yet
risks-empty-text = Adopt one from a source: an article lists the risks it claims, and “a” adopts the one you are on. Or write your own with “c”.
risks-empty-read = Go to the inbox
risks-matrix = Risk matrix, likelihood up, impact across
risks-matrix-place = Risk matrix: arrow keys move the risk, likelihood up, impact across
risks-likelihood = Likelihood
risks-impact = Impact
risks-rating = Rating
risks-confidence = Confidence
risks-band = { $low }–{ $high } %
risks-percent = { $percent } %
risks-cell = Likelihood { $likelihood }, { $low } to { $high } per cent; impact { $impact } { $word }; { $rating }; { $count ->
    [0] no risks
    [one] 1 risk: { $numbers }
   *[other] { $count } risks: { $numbers }
 }
risks-cell-placing = Likelihood { $likelihood }, { $low } to { $high } per cent; impact { $impact } { $word }; { $rating }
risks-cell-empty = No risk stands in this cell
risks-stood = { $number } stood here before
risks-unplaced = Not assessed yet:
risks-column-number = No.
risks-column-title = Risk
risks-column-rating = Rating
risks-column-trend = Trend
risks-column-confidence = Confidence
risks-column-review = Review
risks-not-assessed = Not assessed
risks-new-evidence = { $count } new
risks-today = Today
risks-today-inside = today
risks-overdue = , overdue
risks-fact = Likelihood { $likelihood }, impact { $impact } { $word }, { $rating }
risks-status = Status
risks-status-open = Open
risks-status-watch = Watch
risks-status-closed = Closed
risks-status-resolved = Resolved
risks-status-void = Void
risks-owner = Owner
risks-owner-none = Nobody
risks-review = Next review
risks-day-placeholder = Day, or 30 d, 6 m
risks-day-wrong = This is no day. Write 2026-11-23, or a stretch such as 30 d or 6 m.
risks-review-by-rating = { $day }, by its rating
risks-review-overdue = { $day }, by its rating: overdue
risks-until = Until { $day }
risks-no-horizon = By when it would happen
risks-on = On { $day }
risks-kept = { $number } is kept so
risks-menu = More about this risk
risks-open-origin = Open the article it comes from
risks-title = Title
risks-title-placeholder = What could happen, in a few words
risks-statement = Statement
risks-statement-hint = Who does what, to whom, and what follows. It may stay empty.
risks-statement-claimed = These are the source’s words. What you write instead is yours.
risks-save = Save
risks-make = Make
risks-made = “{ $title }” is in the register
risks-trashed = { $number } is in the trash
risks-claim = The source’s words, not assessed by themselves. Edit to write your own.
risks-adopted = Adopted from
risks-unassessed = Nobody has assessed this risk yet. Assess it to place it on the matrix.
risks-likelihood-percent = Likelihood, %
risks-reviewed = Reviewed { $day }
risks-reviewed-next = Reviewed { $day }, next { $next }
risks-reviewed-overdue = Reviewed { $day }, due since { $next }
risks-history = History
risks-history-alt = Likelihood over time: { $from } per cent { $begun }, { $to } per cent { $day }. The list below has each step.
risks-percent-on = { $percent } %, { $day }
risks-to = to
risks-was = was { $word }
risks-moved-likelihood = { $from } to { $to }
risks-moved-impact = Impact { $from } to { $to }
risks-moved-confidence = Confidence { $from } to { $to }
risks-reviewed-unchanged = Reviewed, unchanged.
risks-citations = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
 }
risks-basis-was = Confidence rested on: { $basis }
risks-confidence-rests = Confidence is { $level }: { $basis }
risks-unlinked-since = unlinked since
risks-evidence = Evidence
risks-evidence-about = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 }, { $sources ->
    [one] { $sources } independent source
   *[other] { $sources } independent sources
 }, { $supports } for, { $contradicts } against
risks-no-evidence = No passage bears on this risk yet. In an article, r links the passage in focus to a risk.
risks-evidence-menu = Change this evidence
risks-open-passage = Open the passage
risks-stance = It speaks
risks-stance-supports = For
risks-stance-contradicts = Against
risks-stance-context = Context
risks-weight = Weight
risks-weight-H = High weight
risks-weight-M = Medium weight
risks-weight-L = Low weight
risks-unlink = Unlink from this risk
risks-unlinked = The passage no longer bears on this risk
risks-bearing-changed = How the passage bears is changed
risks-grade = Admiralty grade { $grade }
risks-new = New
risks-assessing = Assessing { $number }
risks-draft-kept = Your draft was kept.
risks-draft-anew = Begin anew
risks-off-scale = Off the scale
risks-reason = Reason
risks-reason-optional = Reason (nothing changed)
risks-reason-placeholder = What moved it
risks-reason-unchanged = Empty: the reason given last holds on
risks-because = Because of
risks-because-none = No evidence since the last assessment.
risks-because-older = { $count ->
    [one] One passage was weighed before.
   *[other] { $count } passages were weighed before.
 }
risks-basis = Confidence rests on
risks-basis-placeholder = Two independent reports, one official
risks-term = Term
risks-exact = Exact, %
risks-exact-placeholder = The term is enough
risks-horizon = Horizon
risks-horizon-preset = Horizon in { $span }
risks-record = Record
risks-recorded = { $number } is assessed: { $rating }

## Window: briefs

action-briefs-new = New brief
action-briefs-new-hint = new
action-briefs-next = Next brief
action-briefs-previous = Previous brief
action-briefs-open = Open the brief
action-briefs-open-hint = open
action-briefs-duplicate = Duplicate the brief
action-briefs-trash = Put the brief into the trash
action-briefs-trash-hint = trash
action-composer-next = Next block
action-composer-previous = Previous block
action-composer-edit = Edit the block
action-composer-blocks = Add a block
action-composer-blocks-hint = block
action-composer-cite = Cite a passage
action-composer-cite-hint = cite
action-composer-judge = Likelihood and confidence
action-composer-up = Move the block up
action-composer-down = Move the block down
action-composer-move-hint = move
action-composer-remove = Remove the block
action-composer-front = Title, marking and authors
action-composer-tray = Evidence tray
action-composer-preview = Preview
action-composer-check = Next check
action-composer-check-hint = checks
action-composer-export = Export as PDF
action-composer-export-markdown = Export as Markdown
action-composer-export-json = Export the brief’s data
briefs-list = Briefs
briefs-new = New brief
briefs-make = Make the brief
briefs-none = No briefs yet
briefs-none-text = A brief turns passages and risks into pages with their sources. Press c to begin one.
briefs-count = { $count ->
    [one] { $count } brief
   *[other] { $count } briefs
 }
briefs-blocks = { $count ->
    [one] { $count } block
   *[other] { $count } blocks
 }
briefs-title = Title
briefs-title-hint = A judgement rather than a topic.
briefs-title-missing = A brief needs a title.
briefs-subtitle = Subtitle
briefs-marking = Marking
briefs-cutoff = Information cut-off
briefs-authors = Authors
briefs-authors-hint = Parted by commas.
briefs-org = Organisation
briefs-desk = Desk
briefs-cancel = Cancel
briefs-trashed = “{ $title }” is in the trash.
briefs-duplicated = Duplicated as { $serial }.
composer-brief = Brief
composer-part-bluf = Bottom line up front
composer-part-judgements = Key judgements
composer-part-scope = Scope note
composer-part-discussion = Discussion
composer-part-risks = Risk picture
composer-part-assumptions = Key assumptions
composer-part-alternatives = Alternative analysis
composer-part-outlook = Outlook and indicators
composer-part-implications = Implications
composer-part-changes = Change since last note
composer-part-gaps = Information gaps
composer-part-evidence = Evidence
composer-part-source-summary = Source summary
composer-kind-paragraph = paragraph
composer-kind-bluf = one paragraph
composer-kind-judgements = with likelihood and confidence
composer-kind-risks = from the register
composer-kind-evidence = a passage of its own
composer-begin-paragraph = Write a paragraph
composer-begin-bluf = Write the bottom line
composer-begin-judgements = Add a judgement
composer-begin-risks = Choose a risk
composer-begin-evidence = Choose a passage
composer-block-name = { $part }, { $number }
composer-write = Write…
composer-saved = Saved
composer-saving = Saving…
composer-export = Export
composer-keep = Keep
composer-more-actions = More
composer-add-block = Add a block
composer-removed = Block removed.
composer-cannot-move = The block is at the edge of its part.
composer-cited = { $count ->
    [one] Passage cited.
   *[other] { $count } passages cited.
 }
composer-uncited = Citation removed.
composer-accepted = The check stands, with your reason.
composer-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
 }
composer-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
composer-took = Preview { $ms } ms
composer-grip = Move the block
composer-note = Note { $note }: { $source }
composer-not-assessed = not assessed
composer-risk-changed = Assessed again since the brief was changed last
composer-risk-gone = The risk is in the trash
composer-source-changed = A newer version of the source is in the library
composer-source-gone = A cited passage is in the trash
composer-evidence = Evidence
composer-evidence-since = { $count } since { $day }
composer-evidence-none = No passages yet. What you mark in an article is here to be cited.
composer-evidence-nothing = No passage holds these words.
composer-filter = Filter passages
composer-unlinked = On no risk
composer-cited-as = , cited as note { $note }
composer-more = Show more
composer-picked = { $count } picked
composer-add = Cite
composer-choose-risk = Choose a risk
composer-find-block = Which kind of block?
composer-find-risk = Find a risk
composer-find-passage = Find a passage
composer-judgement-words = The judgement
composer-judgement-placeholder = It is very unlikely that … before …
composer-likelihood = Likelihood
composer-choose = Choose…
composer-term = { $term }, { $low }–{ $high } %
composer-confidence = Confidence
composer-confidence-low = Low
composer-confidence-moderate = Moderate
composer-confidence-high = High
composer-basis = Basis of the confidence
composer-basis-hint = Completes “Confidence is { $level }: …”
composer-add-judgement = Add the judgement
composer-lacks-words = The judgement needs words.
composer-lacks-likelihood = Choose a likelihood.
composer-lacks-confidence = Choose a confidence.
composer-lacks-basis = Say what the confidence rests on.
preview-title = Preview
preview-page = Page { $page } of { $pages }
preview-size = Size of the pages
preview-fit = Fit width
preview-zoom = { $percent } %
preview-pages = Pages
preview-alt = Page { $page } of the brief; its text is in the editor
checks-title = Checks
checks-next = next
checks-none = Nothing to mend.
checks-advice = { $count ->
    [one] and { $count } remark
   *[other] and { $count } remarks
 }
checks-holds = holds the brief back
checks-go = Go to
checks-accept = Accept
checks-accept-title = Let this check stand
checks-accept-text = The brief may leave although this check found something. It counts for these words only.
checks-reason = Reason
checks-reason-hint = Kept in the library with the check.
checks-reason-missing = A reason is needed.
export-held = Checks hold this brief back
export-held-text = { $count ->
    [one] One check stands against sending it.
   *[other] { $count } checks stand against sending it.
 }
export-despite = Export all the same
export-done = Saved as { $file }.
export-open = Open
export-show = Show in folder

## Window: search

search-title = Search
search-placeholder = Words, “a phrase”, -without, tag:energy
search-count =
    { $count ->
        [one] { $formatted } result in { $millis } ms
       *[other] { $formatted } results in { $millis } ms
    }
search-position = { $at } of { $total }
search-tabs = Kinds of results
search-results = Results
search-tab-all = All
search-tab-article = Articles
search-tab-passage = Passages
search-tab-note = Notes
search-tab-risk = Risks
search-tab-brief = Briefs
search-all = All { $count }
search-more-passages = Passages of the 100 best articles are counted.
search-passages =
    { $count ->
        [0] in the title
        [one] { $count } passage
       *[other] { $count } passages
    }
search-empty = Search everything in the library
search-empty-text = Articles, their passages, your notes, risks and briefs. Accents and capitals don’t matter.
search-language-words = grain port
search-language-words-means = both words, or words that begin so
search-language-phrase = "grain licences"
search-language-phrase-means = these words side by side
search-language-not = -draft
search-language-not-means = without this word
search-language-tag = tag:energy/gas
search-language-tag-means = with this tag or one under it
search-language-source = source:ledger
search-language-source-means = from this source
search-language-kind = kind:fact
search-language-kind-means = marked as this
search-language-risk = risk:R-3
search-language-risk-means = bearing on this risk
search-language-after = after:2026-02
search-language-after-means = published from then on; before: until then
search-none = Nothing found for “{ $query }”
search-none-text = Try fewer words, or the beginning of one.
search-none-part = “{ $part }” takes away the most.
search-drop =
    { $count ->
        [one] Drop “{ $part }” and see { $count } result
       *[other] Drop “{ $part }” and see { $count } results
    }

## Window: tags

tags-title = Tags
tags-filter = Filter tags
tags-unused = Unused { $count }
tags-count =
    { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
tags-selected = { $count } selected
tags-empty = No tags yet
tags-empty-text = Tag an article or a passage with “t” where you read it; a slash makes a branch, as in energy/gas.
tags-none = No tag fits
tags-show-all = Show all tags
tags-head-name = Tag
tags-head-articles = Articles
tags-head-annotations = Passages
tags-head-used = Last used
tags-new-name = New name of the tag { $tag }
tags-carriers = What carries the tag
tags-carried-by-none = Nothing carries this tag
tags-merge-title = Merge { $from } into { $to }?
tags-merge-text = { $from } is on { $articles } articles and { $annotations } passages, { $to } on { $toarticles } and { $toannotations }. Afterwards all of them carry { $to }.
tags-merge = Merge
tags-merged = { $from } is now { $to }.
tags-renamed = { $from } is now called { $to }.
tags-removed = { $tag } is removed from everything.
tags-removed-many =
    { $count ->
        [one] { $count } tag is removed from everything.
       *[other] { $count } tags are removed from everything.
    }

## Window: help

help-title = Guide
help-contents = Contents
help-find = Search the guide
help-none = No page has “{ $query }”.

## Library

library-unreadable = The library at { $path } can't be opened: { $reason }. Nothing was changed.
library-unreadable-hint = Check that the folder exists and that you may read and write it, or name another one with --library.
library-damaged = The file { $path } is not a Chancery library, or it is damaged ({ $detail }). It was left exactly as it is.
library-damaged-hint = Move it aside and put your last copy of the library in its place, or name another folder with --library.
library-damaged-inside = The library is damaged ({ $detail }). Nothing was changed.
library-damaged-inside-hint = chancery check says what is damaged. Move library.sqlite aside and put your last copy in its place.
library-foreign = The file { $path } is a database of another program. It was left exactly as it is.
library-foreign-hint = Name another folder with --library.
library-newer = The library at { $path } was written by a newer Chancery (schema { $found }; this program knows { $known }). It was left exactly as it is.
library-newer-hint = Update Chancery to open it.
library-locked = Another program is writing to the library and did not finish in time. Nothing of yours was written.
library-locked-hint = Try again in a moment; close other programs that hold the library.
library-read-only = The library can only be read here, so nothing was written. What it holds is unharmed.
library-read-only-hint = Ask for write permission on its folder, or copy the folder to a place of your own and name that with --library.
library-full = The library could not be written: the disk is full or a limit was reached ({ $detail }). What was there before is unharmed; this change was not kept.
library-full-hint = Make room on the disk and do it again.
library-changed-since = This can't be done: a record ({ $noun }) was changed since. Nothing was changed.
library-owner-gone = This can't be done: what it belongs to ({ $noun }) is gone. Nothing was changed.
no-such-record = There is no { $noun } “{ $what }” in this library. Nothing was changed.
not-a-uid = “{ $given }” is not the identity of a record.
not-a-uid-hint = Identities are the long codes that list, annotations list, risk list and brief list print; a risk may be called R-1.
noun-record = record
noun-article = article
noun-article-version = version
noun-article-tag = tag
noun-annotation = annotation
noun-annotation-tag = tag
noun-anchor = place
noun-assessment = assessment
noun-brief = brief
noun-brief-block = part of a brief
noun-citation = citation
noun-evidence = evidence
noun-risk = risk
noun-risk-keeping = risk
noun-snapshot = snapshot
noun-site-rule = rule
noun-origin-said = origin
noun-version-fetch = version
noun-version-picture = picture
noun-source = source
noun-source-grade = grade
noun-tag = tag
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
failure-bug = Something went wrong that is a mistake of ours ({ $detail }). Nothing was changed.
failure-bug-hint = Please report it with this message.
argument-missing = { $what } is missing.
input-unreadable = Standard input could not be read on: { $reason }. What was acknowledged before is kept.
answer-unprinted = The answer could not be printed: { $reason }. What was asked for is done all the same.
line-unreadable = This line is no request: { $reason }.
window-missing = The window (chancery-window) could not be started: { $reason }. Everything works from the shell: see chancery --help.

## Settings file

settings-damaged = The settings could not be read ({ $detail }). The file was moved to { $path }, and the usual settings hold.
settings-unreadable = The settings at { $path } can’t be read: { $reason }. The usual settings hold for now.
settings-unreadable-hint = Check that you may read and write that file.
settings-unwritten = The settings can’t be written to { $path }: { $reason }. They hold until Chancery is closed.
settings-unwritten-hint = Check that you may write to that folder and that the disk has room.

## What was given

not-a-kind = '{ $given }' is no kind of annotation: use fact, judgement, risk, question or claim.
not-a-confidence = '{ $given }' is no level of confidence: use low, moderate or high.
not-a-template = '{ $given }' is no template: use intel-note.
not-a-section = '{ $given }' is no section of an intel-note: use one of { $known }.
not-a-stance = '{ $given }' is no stance: use supports, contradicts or context.
not-a-weight = '{ $given }' is no weight: use L, M or H.
not-a-marking = '{ $given }' is no TLP 2.0 label: use TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.
not-a-status = '{ $given }' is no status: use open, watch, closed, resolved or void.
not-a-credibility = '{ $given }' is no credibility: use a figure from 1 (confirmed) to 6 (cannot be judged).
not-a-reliability = '{ $given }' is no reliability: use a letter from A (completely reliable) to F (cannot be judged).
not-a-tag = '{ $given }' is no tag: each name between the slashes needs at least one letter.
tag-too-long = A tag may have { $most } characters at most.
tag-exists = There is a tag “{ $to }” already. Nothing was changed.
tag-exists-hint = Merge the two, or choose another name.
impact-outside = Impact runs from 1 (negligible) to 5 (catastrophic), not { $given }.
basis-missing = Confidence needs a basis: say in a clause what it rests on.
rationale-missing = A judgement needs a rationale: say in a sentence why.
horizon-past = The horizon { $horizon } lies before the day of the judgement, { $asof }.
likelihood-unknown = '{ $given }' is not a term of the { $scale } scale: use one of { $terms }, or a number of per cent.
likelihood-off-scale = { $percent } % is outside the { $scale } scale, which runs from { $low } to { $high } %: nothing is certain or impossible.
likelihood-in-gap = { $percent } % lies between '{ $below }' and '{ $above }' on the { $scale } scale: choose one of the two.
source-nameless = A source needs a name.
grade-without-reason = A grade needs a reason: say in a sentence why.
risk-untitled = A risk needs a title.
brief-untitled = A brief needs a title, best a judgement rather than a topic.
block-empty = There is nothing to add: the text is empty.
brief-unreadable = This is not a brief that Chancery can read: { $detail }. Nothing was imported.
brief-of-other-schema = This is a “{ $found }” document, and this Chancery reads “brief/1”. Nothing was imported; a newer Chancery may read it.
brief-place-empty = The { $place } is empty. Give it a text and export again.
brief-cites-unknown = The { $place } cites “{ $id }”, which is not among the brief's evidence. Add that evidence or remove the citation.
brief-names-unknown = The { $place } names the source “{ $id }”, which is not among the brief's sources. Add that source or remove the evidence.
brief-level-unknown = The { $place } is “{ $value }”; it must be one of: { $known }.
brief-ids-twice = Two { $what } have the id “{ $id }”; ids must differ.
brief-out-of-range = The { $place } is { $value }; it must lie within { $range }.
brief-not-a-date = The { $place } “{ $value }” is not a date in the form YYYY-MM-DD.
brief-contradiction = The { $place } says “{ $found }” where { $by } says “{ $expected }”. Assess it again, or correct one of them.
brief-script-missing = The { $place } holds { $script } text (“{ $sample }”), and none of the brief's typefaces has these letters. Transliterate it, or export as Markdown.
brief-not-typeset = The page could not be typeset: { $detail }. The brief itself is unharmed; it can be exported as Markdown or JSON.

## Steps (menu, undo and redo; ids begin with op-)

op-make-library = Make the library
op-undo = Undo
op-redo = Redo
op-grade = Grade { $source } { $grade }
op-trash = Trash { $noun ->
    [article] an article
    [annotation] an annotation
    [risk] a risk
    [evidence] a link to a risk
   *[brief] a brief
 }
op-restore = Restore { $noun ->
    [article] an article
    [annotation] an annotation
    [risk] a risk
    [evidence] a link to a risk
   *[brief] a brief
 }
op-sort-articles = { $count ->
    [one] Sort an article
   *[other] Sort { $count } articles
 }
op-tag-rename = Rename the tag { $from } to { $to }
op-tag-remove = Remove the tag { $tag }
op-tags-remove = { $count ->
    [one] Remove a tag
   *[other] Remove { $count } tags
 }
op-import = Import “{ $title }”
op-import-files = { $count ->
    [one] Import { $count } file
   *[other] Import { $count } files
 }
op-pictures-fetch = Fetch the pictures of “{ $title }”
op-version-add = New version of “{ $title }”
op-origin-alone = Say that a report is one of its own
op-origin-with = Say that two reports have one origin
op-origin-cues = Let an article’s origin be found again
op-rule-remember = Remember a rule for { $site }
op-rule-forget = Forget a rule
op-record-correct = Correct the record of “{ $title }”
op-draft-keep = Keep a draft
op-draft-drop = Drop a draft
op-mark = Mark as { $kind ->
    [fact] fact
    [judgement] judgement
    [risk] risk
    [question] question
   *[claim] claim
 }
op-mark-move = Move a mark
op-mark-grade = Grade a passage
op-mark-tag = Tag a passage { $tag }
op-mark-untag = Take the tag { $tag } off a passage
op-note = Write a note
op-claim-aside = Set a source’s risk aside
op-claim-back = Take a source’s risk back
op-claim-link = Link a source’s risk
op-risk-new = New risk
op-risk-adopt = Adopt a risk
op-risk-new-link = Link a new risk
op-risk-reword = Reword a risk
op-risk-keep = Change how a risk is kept
op-risk-assess = Assess a risk
op-link = Link evidence that { $stance ->
    [supports] supports
    [contradicts] contradicts
   *[context] gives context
 }
op-brief-new = New brief
op-brief-copy = Duplicate a brief
op-brief-front = Change a brief’s front page
op-brief-add = Add { $block ->
    [bluf] the bottom line
    [judgement] a judgement
    [paragraph] a paragraph
    [risk] a risk
   *[evidence] evidence
 } to a brief
op-block-write = Edit a brief
op-block-judge = Judge anew
op-block-move = Move a block
op-block-drop = Remove a block
op-cite = Cite a passage
op-uncite = Remove a citation
op-checks-accept = { $count ->
    [one] Accept a check
   *[other] Accept { $count } checks
 }
op-articles-inbox = { $count ->
    [one] Move an article to the inbox
   *[other] Move { $count } articles to the inbox
 }
op-articles-later = { $count ->
    [one] Put an article aside
   *[other] Put { $count } articles aside
 }
op-articles-archive = { $count ->
    [one] Archive an article
   *[other] Archive { $count } articles
 }
op-articles-read = { $count ->
    [one] Mark an article as read
   *[other] Mark { $count } articles as read
 }
op-articles-unread = { $count ->
    [one] Mark an article as unread
   *[other] Mark { $count } articles as unread
 }
op-articles-star = { $count ->
    [one] Star an article
   *[other] Star { $count } articles
 }
op-articles-unstar = { $count ->
    [one] Take the star off an article
   *[other] Take the stars off { $count } articles
 }
op-articles-tag = { $count ->
    [one] Tag an article
   *[other] Tag { $count } articles
 }
op-articles-trash = { $count ->
    [one] Trash an article
   *[other] Trash { $count } articles
 }
op-articles-restore = { $count ->
    [one] Restore an article
   *[other] Restore { $count } articles
 }

## Command line (answers to people; --json is the same in every language)

cli-words-twice = These words stand { $count } times in the article; the first place (character { $start }) was marked. --prefix or --suffix names another.
cli-no-subcommand = a subcommand is missing; --help names them
cli-imported = imported
cli-new-version = new version
cli-duplicate = duplicate
cli-failed = failed
cli-passage-changed = { $at }: “{ $quote }” now reads “{ $now }”
cli-passage-gone = { $at }: “{ $quote }” no longer stands there
cli-version-first = first
cli-version-corrected = corrected
cli-version-changed = changed
cli-difference = { $kept } words kept, { $dropped } dropped, { $added } added
cli-origin-agency = Agency: { $agency }
cli-origin-said = (said by you)
cli-origin-address = (names the same page as its own address)
cli-origin-with-agency = (the same agency, { $percent } % of the words)
cli-origin-words = ({ $percent } % of the words)
cli-rule-forgotten = forgotten
cli-rule-from-cue = { $field } from { $cue }
cli-rule-always = { $field } is always { $value }
cli-rule-never = { $field } stays empty
cli-rule-without-line = without the line “{ $line }”
cli-unchanged = unchanged
cli-picture-missing = not fetched
cli-same-text = same text
cli-section = Section
cli-published = Published
cli-by = By
cli-source = Source
cli-tags = Tags
cli-state = State
cli-hash = SHA-256
cli-state-of = { $state ->
    [inbox] inbox
    [later] later
    [trash] trash
   *[archive] archive
 }
cli-kind = { $kind ->
    [fact] fact
    [judgement] judgement
    [risk] risk
    [question] question
   *[claim] claim
 }
cli-block = { $block ->
    [bluf] bluf
    [judgement] judgement
    [paragraph] paragraph
    [risk] risk
   *[evidence] evidence
 }
cli-noun = { $noun ->
    [article] article
    [annotation] annotation
    [risk] risk
    [evidence] evidence
   *[brief] brief
 }
cli-stance = { $stance ->
    [supports] supports
    [contradicts] contradicts
   *[context] context
 }
cli-severity = { $severity ->
    [error] error
    [warning] warning
    [accepted] accepted
   *[info] info
 }
cli-exported = { $path }  { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
 }
cli-trashed = The { $noun ->
    [article] article
    [annotation] annotation
    [risk] risk
    [evidence] link to a risk
   *[brief] brief
 } is in the trash; restore brings it back.
cli-restored = The { $noun ->
    [article] article
    [annotation] annotation
    [risk] risk
    [evidence] link to a risk
   *[brief] brief
 } is back.
cli-in-order = The library is in order: { $articles } articles, { $annotations } annotations, { $operations } changes in the journal.
cli-not-in-order = The library is not in order: { $articles } articles, { $annotations } annotations, { $operations } changes in the journal.
cli-sample-made = The sample library is made: { $articles } articles, { $risks } risks, { $briefs } brief.
cli-sample-there = The sample library is there already: { $articles } articles, { $risks } risks, { $briefs } brief.
cli-sample-away = To remove it, delete that folder.
cli-not-assessed = not assessed
cli-standing = { $rating }: { $band }, impact { $impact }
cli-judged = { $until ->
    [day] { $rating }: { $band } by { $horizon }, impact { $impact }.
   *[open] { $rating }: { $band }, impact { $impact }.
 }
cli-confidence = Confidence is { $confidence ->
    [low] low
    [high] high
   *[moderate] moderate
 }: { $basis }.
cli-adopted = Adopted from RK{ $number } of { $article }
cli-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
cli-source-new = new: no source had this name

## Import

file-unreadable = { $path } can't be read: { $reason }. Nothing was taken from it.
file-is-folder = { $path } is a folder, and one file is needed here.
folder-without-files = The folder { $path } holds no files to import.
input-too-large = It is larger than { $megabytes } MB, which no article is. Nothing was taken from it.
import-earlier-state = It is an earlier state of a page whose later state is in the library. Nothing was added.
import-duplicate-in-trash = It is in the library's trash: restore it to see it again.
one-version = There is only one version of this article, so there is nothing to compare it with.
rule-no-site = “{ $given }” names no site. Write its host, such as example.org, or the address of one of its pages.
rule-no-sense = This can't be a rule: an article has a title, and only outlet, section and language are the same on every page. Nothing was remembered.
input-empty = It is empty. Nothing was taken from it.
input-blank = It holds nothing but spaces and line ends. Nothing was taken from it.
input-binary = It is not text but binary data. Nothing was taken from it.
input-not-text = It is { $what }. Texts, web pages, PDF and Word (.docx) documents and mail messages are read: save it as one of these in the program that made it.
input-damaged = It is { $what }, but it is damaged or locked with a password. Nothing was taken from it; open it in the program that made it and save it anew.
input-bomb = It unpacks to more than { $megabytes } MB, which no article does. Nothing was taken from it.
input-too-complex = It is built of more parts, or deeper, than any article, which may be meant to do harm. Nothing was taken from it.
input-many-messages = It is a mailbox of { $count } messages, and one message is read at a time. Save each message as a file of its own (.eml).
input-too-many-lines = It has { $lines } lines, and no article has more than { $limit }. Nothing was taken from it.
input-pdf-encrypted = It is a PDF that opens with a password only. Nothing was taken from it; open it in the program that shows PDFs and save a copy without the password.
input-pdf-scanned = It is a scanned PDF: { $pages ->
    [one] its page is a picture
   *[other] its { $pages } pages are pictures
} without a text behind them. Nothing was taken from it; have a program for text recognition (OCR) add the text, and open that copy.
input-pdf-unreadable = It is a PDF that doesn't say which letters its shapes are. Nothing was taken from it; print it to a new PDF from the program that made it, or copy its text from a window that shows it.
input-pdf-too-many-pages = It is a PDF of { $pages } pages, and at most { $limit } are read. Nothing was taken from it; save the pages you need as a file of their own.
parser-failed = The parser failed on it, which is a mistake of ours. Nothing was taken from it; the file is as it was.
worker-died = The parser ended on it before it was through, which may be a mistake of ours or a file made to do harm. Nothing was taken from it; the file is as it was.
worker-timed-out = Reading it took longer than { $seconds } seconds and was stopped. Nothing was taken from it; the file is as it was.
version-superseded = The article has a newer version since it was shown here. Nothing was changed.
version-superseded-hint = Look at the newer version and do it again there.
import-file-changed = The file was changed since it was read here. Nothing was saved.
import-file-changed-hint = Open it again to see what it says now.
import-running = An import of files is running already.
import-running-hint = Wait until it is through, or cancel it; what it has done stays.
record-no-title = An article needs a title.
record-no-date = “{ $given }” is no date that can be read for certain. Write 2 Feb 2026 or 2026-02-02.
record-no-address = “{ $given }” is no address of a page. It begins with https:// or http://.
record-no-language = “{ $given }” is no language tag. Write en, fr or pt-BR.
worker-unstartable = The parser could not be started ({ $reason }). Nothing was taken from it.

## Web addresses

address-not-web = “{ $place }” is no address of a page: it begins neither with https:// nor with http://. Nothing was fetched.
address-not-web-hint = Copy the address from your browser's address bar.
address-unreadable = “{ $place }” can't be read as the address of a page. Nothing was fetched.
address-unreadable-hint = Copy the address from your browser's address bar.
address-names-a-user = The address names a user or a password before { $place }, which a public page doesn't need. Nothing was fetched.
address-names-a-user-hint = Take out what stands before the @, or open the page in your browser and paste its text.
address-port = The address names a port of { $place } where other services than web pages are. Nothing was fetched.
address-port-hint = Copy the address from your browser's address bar.
fetch-own-network = { $place } is on this computer or inside a network of its own, and pages are fetched from the public internet only. Nothing was fetched.
fetch-own-network-hint = Open the page in your browser, copy its text and paste it.
fetch-downgraded = { $place } leads from a secure address (https) to an open one (http), where others can read along and change the page. It was not followed.
fetch-downgraded-hint = Give the address that begins with http:// yourself if you trust it, or open the page in your browser and paste its text.
fetch-too-many-redirects = { $place } leads from one address to the next without end. Nothing was fetched.
fetch-too-many-redirects-hint = Open the page in your browser, and copy the address where you arrive or the page's text.
fetch-no-such-name = No site was found under { $place }, or this computer is not connected to the internet. Nothing was fetched.
fetch-no-such-name-hint = Check the address and the connection, then try again.
fetch-no-connection = { $place } could not be reached, or broke the connection off. Nothing was fetched.
fetch-no-connection-hint = Check the connection and try again later, or open the page in your browser and paste its text.
fetch-timed-out = { $place } took too long to answer. Nothing was fetched.
fetch-timed-out-hint = Try again later, or open the page in your browser and paste its text.
fetch-certificate-expired = The certificate of { $place } has expired or is not valid yet, so nobody can tell whose page it is. Nothing was fetched.
fetch-certificate-expired-hint = Check this computer's date. If it is right, the site has to mend this.
fetch-certificate-of-another = The server that answers for { $place } has the certificate of another site. Nothing was fetched.
fetch-certificate-of-another-hint = Check the address; a network that asks you to sign in first can be the cause too.
fetch-certificate-unknown = The certificate of { $place } is signed by nobody that this computer trusts. Nothing was fetched.
fetch-certificate-unknown-hint = Where your organisation has its own certificates, they belong among those of this computer.
fetch-insecure = No secure connection to { $place } came about. Nothing was fetched.
fetch-insecure-hint = Open the page in your browser and paste its text.
fetch-no-page = { $place } has no page under this address (answer { $number }).
fetch-no-page-hint = Check the address. What was there may be in an archive of the web.
fetch-not-for-us = { $place } doesn't give this page to programs, or only to people who have signed in or paid (answer { $number }).
fetch-not-for-us-hint = Open the page in your browser, copy its text and paste it.
fetch-not-now = { $place } can't give the page at the moment (answer { $number }).
fetch-not-now-hint = Try again later, or open the page in your browser and paste its text.
fetch-no-answer = { $place } answered, but not with a page (answer { $number }).
fetch-no-answer-hint = Open the page in your browser, copy its text and paste it.
fetch-not-a-page = Under this address { $place } has no article but { $media }.
fetch-not-a-page-hint = Give the address of the page that it belongs to.
fetch-not-a-picture = What { $place } has under the address of the picture is no picture.
fetch-not-a-picture-hint = The article is as it was; its page may have changed.
fetch-too-large = The page at { $place } is larger than { $megabytes } MB, which no article is. It was not fetched to its end.
fetch-too-large-hint = Open the page in your browser, copy the text that you need and paste it.
fetch-cut-short = The connection to { $place } ended before the page did. Nothing of it was taken.
fetch-cut-short-hint = Try again, or open the page in your browser and paste its text.
fetch-garbled = What { $place } answered can't be read as a page. Nothing of it was taken.
fetch-garbled-hint = Open the page in your browser, copy its text and paste it.
fetch-cancelled = The page was not fetched, as you asked.
fetch-cancelled-hint = Fetch it again whenever you like.
pictures-too-large = The pictures of this article are larger than 50 MB together. This one was not kept.
pictures-not-shown = It is no picture that is kept here: PNG, JPEG, GIF or WebP.
fetch-forgotten = The page that was fetched is no longer at hand. Nothing was saved.
fetch-forgotten-hint = Fetch it again.
fetch-kept-as-draft = The address is kept as a draft, to paste the page's text into.
refetch-kept = The article is as it was.
import-url-several = One address can’t be where several files were found. Nothing was imported.
import-url-several-hint = Give the address with one file, or leave it out.
refetch-other-page = What came from there is another page, “{ $title }”.
refetch-other-page-hint = Look at its address in a browser. A page to log in at, or one that moved, can be pasted instead.
refetch-no-address = “{ $title }” has no address to fetch it from.
refetch-no-address-hint = Give its record the address of the page.

## Annotate

passage-missing = No passage is named: give its words (quote), or start and end.
passage-outside = The range { $start } to { $end } is not within the article's text, which has { $length } characters. Nothing was marked.
passage-off-screen = That passage is not in the text that the library holds.
passage-off-screen-hint = Open the article again: it may have changed since.
passage-blank = That range holds nothing but white space. Nothing was marked.
passage-not-found = The words “{ $quote }” do not stand in this article's text. Nothing was marked.
passage-not-found-hint = `chancery text ARTICLE` prints the text; prefix and suffix must stand right beside the words.
article-in-trash = The article is in the trash, so nothing was done with it. Restore it first.
annotation-in-trash = The annotation, or its article, is in the trash, so nothing was made of it. Restore it first.
credibility-confirmed = Credibility 1 means confirmed by a source of another origin, which one passage alone can't show. Nothing was marked; use 2 to 6.

## Assess

no-such-source-risk = The article names { $count ->
    [0] no risks
    [one] one risk
   *[other] { $count } risks
 }, so there is no number { $number } to adopt. Nothing was made.
not-a-day = “{ $given }” is no day. Nothing was recorded; write it as year-month-day, 2026-11-23.
review-before-assessment = The next review lies before the day of the judgement. Nothing was recorded; choose a later day, or none.
first-assessment-needs-reason = The first judgement needs a reason: say in a sentence why. Nothing was recorded.
changed-assessment-needs-reason = The judgement changed, so it needs a reason: say in a sentence what moved it. Nothing was recorded.
risk-in-trash = { $number } is in the trash, so nothing was done with it. Restore it first.

## Compose and export

brief-in-trash = The brief is in the trash, so nothing was added. Restore it first.
brief-kind-intel-note = Intelligence note
brief-status-issued = Issued
brief-copy-of = { $title } (copy)
brief-held-back = { $count ->
    [one] One check holds
   *[other] { $count } checks hold
 } this brief back. Nothing was written.
brief-held-back-hint = Mend what the checks name, or say why the brief may leave as it is.
block-is-no-judgement = Only a judgement has a likelihood and a confidence. Nothing was changed.
check-needs-reason = A reason is needed for letting a check stand. Nothing was changed.
export-failed = The brief could not be written to { $path }: { $reason }. What stood there before is unharmed, and the brief is safe in the library.
export-into-folder = { $path } is a folder. Name a file in it.

## Checks of a brief

check-place-brief = The brief as a whole
check-place-judgement = Key judgement
check-place-numbered = { $part } { $number }
check-missing-both = publisher and date
check-missing-outlet = the publisher
check-missing-date = the date
check-el-001 = “{ $match }” gives no likelihood. Choose a term of the scale, or state it as fact.
check-el-002 = “{ $match }” is no term of ICD 203. Use the term whose band you mean.
check-el-003 = “{ $one }” and “{ $two }” come from different rows of the scale. Keep to one row.
check-el-004 = Likelihood and confidence in one sentence. Give each a sentence of its own.
check-el-005 = The judgement carries no likelihood term.
check-el-006 = The judgement does not say what its confidence rests on.
check-el-007 = “{ $match }” takes the term off the scale. Use the next band up or down.
check-el-008 = “{ $match }” claims 0 or 100 %. The scale ends at 1 and 99 %.
check-el-009 = “{ $match }” predicts without a likelihood.
check-el-010 = “{ $term }” means { $low } to { $high } %, and the sentence says { $match }.
check-el-011 = Too precise a figure for an estimate: round it, or give the band.
check-el-012 = The estimate has no time horizon.
check-el-013 = “{ $match }” is no level of confidence. Use low, moderate or high.
check-el-014 = Hedged twice: keep one estimate.
check-el-015 = “{ $match }”: use assess, judge or estimate.
check-el-016 = Two estimates in one sentence ({ $terms }).
check-el-017 = “{ $match }” negates an estimate. Use the term of the band you mean.
check-el-018 = A condition without an estimate: say how likely it is, and what follows then.
check-so-001 = Nothing is cited for this.
check-so-002 = A cited passage is in the trash.
check-so-003 = All evidence comes from one source: { $origin }.
check-so-004 = Not graded: { $origins }.
check-so-005 = Rests on weak sources only.
check-so-006 = High confidence needs two sources, one of them graded B2 or better.
check-so-007 = The oldest evidence was { $days } days old at the cut-off.
check-so-008 = The endnote for { $origin } lacks { $missing }.
check-so-009 = The quotation “{ $match }” is no passage of the sources that the brief cites.
check-so-010 = Who said it? The quotation has no speaker.
check-so-011 = “{ $match }” hides who said it.
check-so-012 = Rests on the outlet’s own summary ({ $places }), not on its reporting.
check-so-013 = The source summary is empty.
check-st-001 = The bottom line should be there: one to three sentences, 60 words at most.
check-st-002 = A note has one to five key judgements; this one has { $count }.
check-st-003 = A sentence of { $words } words.
check-st-004 = “{ $match }” prescribes. An assessment says what is, not what to do.
check-st-005 = “{ $match }” takes sides.
check-st-006 = { $match } is not spelt out where it first stands.
check-st-007 = “{ $match }” moves with the reader. Give the date.
check-st-008 = The information cut-off is missing.
check-st-009 = { $section } is empty.
check-mk-002 = “{ $match }” is no TLP 2.0 label.
check-ch-001 = The text says “{ $match }”, the strip beside it “{ $strip }”.
check-ch-002 = The figure { $match } stands in no passage that is cited here.

## Samples

sample-unfinished = The sample library at { $path } was not finished: making it was interrupted.
sample-unfinished-hint = Delete that folder and make it again; it holds nothing of yours.
sample-not-there = There is no sample library at { $path }. Nothing was removed.
sample-not-there-hint = A library that you made yourself is removed in the file manager.
sample-needs-own-folder = The folder { $path } holds a library with articles of yours. The samples were not added.
sample-needs-own-folder-hint = Name an empty folder with --library, or none: the samples then get a folder of their own.
