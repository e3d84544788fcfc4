"""What each code of trouble means and what to do next; English keys, the window translates them."""

from collections.abc import Mapping

# code: (sentence with {facts}, remedy)
PROBLEMS: dict[str, tuple[str, str]] = {
    # --- starting ---
    "child.not-started": (
        "A part of the program did not start: {module}.",
        "Start again; if it happens again, tell the administrator.",
    ),
    "child.gone": (
        "A part of the program has ended: {module}.",
        "Start again; nothing that was kept is lost.",
    ),
    "output.lost": (
        "The answer could not be written out.",
        "Let something read it to the end, or write it where there is room.",
    ),
    "place.unusable": (
        "{name} cannot be used: {why}.",
        "Name a file or folder that this user may read and write.",
    ),
    "window.no-display": (
        "There is no display to open a window on.",
        "For a run without one: ./run demo --out DIR",
    ),
    "counter.no-platform": (
        "This is a live counter, and its settings name no platform.",
        "Put settings.toml back into the state folder, or enrol the counter again.",
    ),
    "demo.not-ours": (
        "The folder {folder} holds something else.",
        "Name an empty folder, or one that an earlier demo made.",
    ),
    "demo.device-gone": (
        "The simulated device {device} was ended; what was not sealed by then is not sealed.",
        "Run the demo again.",
    ),
    "demo.platform-gone": (
        "The training platform was ended; what was sealed by then stays sealed, nothing else is.",
        "Run the demo again.",
    ),
    "demo.stuck": (
        "The demo waited in vain at: {step}.",
        "Look at the last picture in screens.",
    ),
    "print.failed": (
        "The printer {printer} did not confirm the letter ({why}).",
        "Look whether it came out; if not, print again with the reason.",
    ),
    "print.away": (
        "The print service does not answer.",
        "The letter waits here; it goes out by itself once there is a printer.",
    ),
    "print.not-taken": (
        "The printer {printer} did not take the letter ({status}).",
        "Nothing came out; see to the printer, then print again with the reason.",
    ),
    "print.no-printer": (
        "There is no printer that could take the sheet.",
        "See to the printer, or save the sheet as a file.",
    ),
    "print.sheet-unsure": (
        "Whether the printer {printer} took the sheet is not known.",
        "Look at the printer; where nothing came out, print the sheet again.",
    ),
    "print.no-a4": (
        "The printer {printer} has no A4 paper.",
        "Choose A4 for it in the system's settings, or another printer; the letter waits.",
    ),
    "seal.not-there": (
        "This counter has no seal.",
        "The hall's seal file belongs into the folder hall of the state folder.",
    ),
    "seal.token-not-listed": (
        "None of the tokens plugged in may set this hall's seal.",
        "Plug in the hall's token, or have the seal made anew for this one.",
    ),
    "seal.token-missing": (
        "The token {serial} that this counter seals with is not plugged in; no PIN was sent.",
        "Plug that token in, or have this one entered in the hall's seal.",
    ),
    # --- rules (domain) ---
    "case.open-checks": (
        "Verify before approval: {proofs} still to be checked.",
        "Have the open checks answered; then approve.",
    ),
    "case.open-follow-ups": (
        "Not finished: {proofs} still to be checked after the approval.",
        "Finish these checks and record what they found; then close the case.",
    ),
    "case.move": (
        "A case that is {state} cannot take the step {act}.",
        "Open the case again to see where it stands; after sealing use void and re-issue.",
    ),
    "proof.cancelled": (
        "{proof} is a cancelled proof and must not be asked for.",
        "Take it out of the text; the checklist names the way that replaces it.",
    ),
    "notice.not-shown": (
        "The notice was not shown in full: {paragraphs}.",
        "Show the missing paragraphs on the applicant's page, then let the applicant sign.",
    ),
    "signature.empty": (
        "There is no signature on the commitment.",
        "Ask the applicant to sign on the pad.",
    ),
    "signature.before-notice": (
        "The signature is older than the notice it answers.",
        "Show the notice and let the applicant sign anew.",
    ),
    "pack.expired": (
        "{number} was in force from {first} to {last}; new cases need a confirmed successor.",
        "A legal reviewer of the joint conference's office signs in at this counter and confirms "
        "what follows it: Settings, Basis of handling.",
    ),
    "pack.not-yet": (
        "{number} comes into force on {first}.",
        "Use the measures in force today.",
    ),
    "duty.missing": (
        "Your roles do not include this act: {act}.",
        "Ask an officer who holds the duty, or the administrator.",
    ),
    "ladder.empty": (
        "{proof} has no way that replaces it.",
        "Give it at least one of the six ways before publishing.",
    ),
    "ladder.no-fall-back": (
        "{proof} leaves nothing for an applicant who does not commit.",
        "Put another way after the commitment.",
    ),
    "ladder.asks-for-proof": (
        "The ways for {proof} end in asking for the proof itself.",
        "Name the applicant's own paper, or choose another way.",
    ),
    "ladder.no-check-after": (
        "The commitment for {proof} names no check afterwards.",
        "Say what the department looks up within the three days.",
    ),
    "ladder.nothing-to-tell": (
        "The commitment for {proof} lacks its content or its standard.",
        "Write what is committed to and the standard it must meet.",
    ),
    "letter.words-changed": (
        "The words of the notice or of the commitment have changed since {number} was sealed.",
        "Void the case and begin anew; the applicant reads and signs the words of today.",
    ),
    "number.length": (
        "The number has the wrong length.",
        "Compare it with the document, or read the card.",
    ),
    "number.character": (
        "The number holds a character that no such number has.",
        "Type digits, and X only in the last place.",
    ),
    "number.form": (
        "No identity number begins like this.",
        "Compare it with the document, or read the card.",
    ),
    "number.birth": (
        "The number's date of birth is no day of the calendar.",
        "Compare it with the document, or read the card.",
    ),
    "number.check": (
        "The number's last character does not fit the others.",
        "Compare it with the document, or read the card.",
    ),
    "number.check-unsure": (
        "The number's last digit does not fit, as far as its rule is known.",
        "Compare it with the document; it may be kept.",
    ),
    "number.old-form": (
        "Fifteen digits are the number of an old document.",
        "Take the eighteen-character number of the person; keep this one as the old paper's.",
    ),
    # --- data of a card typed by hand ---
    "hand.document": (
        "This kind of document cannot be typed in.",
        "Choose the document from the list.",
    ),
    "hand.empty": (
        "Something is missing here.",
        "Type it as it stands on the document.",
    ),
    "hand.other-document": (
        "The number is not one of this kind of document.",
        "Choose the document the number stands on, or compare the number.",
    ),
    "hand.name": (
        "A name has letters and no digits.",
        "Type it as it stands on the document.",
    ),
    "hand.character": (
        "There is a character that cannot be shown.",
        "Delete it and type it anew with the input method.",
    ),
    "hand.long": (
        "This is too long.",
        "Shorten it to what the document or the reason needs.",
    ),
    "hand.day": (
        "This is no day of the calendar, or one that cannot be.",
        "Type year, month and day, for example 2026-11-23; for a document without an end: 长期.",
    ),
    "hand.span": (
        "The document would end before it begins.",
        "Compare both days with the document.",
    ),
    "hand.reason": (
        "There is no reason why the data are typed.",
        "Choose one; if it is another one, say it in a few words.",
    ),
    "hand.same-person": (
        "Whoever typed the data cannot vouch for them.",
        "Let another officer compare them with the document and sign in.",
    ),
    "hand.unconfirmed": (
        "The typed data of this person have not been confirmed by a second officer.",
        "Type them in again and let another officer sign in, or read the card.",
    ),
    "hand.marked": (
        "This case already carries the mark of other typed data.",
        "Give it up and open a new one for this person.",
    ),
    # --- custody of the seal (国办发〔2025〕33号) ---
    "custody.not-registered": (
        "The seal of this counter is not registered.",
        "One officer registers it and a second one confirms it: Settings, Seals.",
    ),
    "custody.replaced": (
        "The seal {seal} was replaced by a newer one on {on}.",
        "Put the new seal's file into the folder hall and start the program again.",
    ),
    "custody.withdrawn": (
        "The seal {seal} was withdrawn on {on}; letters sealed before that stay good.",
        "Seal with the seal in use; a new one is registered under Settings, Seals.",
    ),
    "custody.not-bound": (
        "Officer {officer} is not entered among those who may set this seal.",
        "One of these seals the letter: {officers}; or have the entry changed: Settings, Seals.",
    ),
    "custody.other-kind": (
        "The seal {seal} is not for this kind of letter ({kind}).",
        "Seal with the seal that is; or have the entry changed: Settings, Seals.",
    ),
    "custody.same-person": (
        "Whoever asks for it cannot confirm it.",
        "Let another officer, with the duty to confirm, sign in.",
    ),
    "custody.second-missing": (
        "No second officer confirms it.",
        "Let another officer, with the duty to confirm, sign in.",
    ),
    "custody.no-keeper": (
        "Nobody is named who keeps the seal.",
        "Type the officer number of the keeper.",
    ),
    "custody.nobody": (
        "Nobody is named who may set the seal.",
        "Tick at least one officer.",
    ),
    "custody.no-kind": (
        "No kind of letter is named that the seal is for.",
        "Tick at least one kind of letter.",
    ),
    "custody.no-duty": (
        "Officer {officer} has not the duty of sealing.",
        "Choose one who has, or have the administrator give the duty.",
    ),
    "custody.unknown-officer": (
        "There is no account in use for officer {officer}.",
        "Compare the officer number; the administrator makes accounts.",
    ),
    "custody.known": (
        "The seal {seal} is or was registered with this very file.",
        "A seal out of use stays out; have a new one made.",
    ),
    "reference.altered": (
        "{file} is not as it was signed.",
        "Install the file again from a trusted source; tell the administrator.",
    ),
    "reference.unsigned": (
        "{file} carries no signature.",
        "Install the file together with its .sig; tell the administrator.",
    ),
    "reference.unreadable": (
        "{file} cannot be read as this kind of data.",
        "Install the file again; tell the administrator.",
    ),
    # --- the catalogue (domain) ---
    "hours.bad": (
        "The office hours of {whose} are no spans in order.",
        "Write pairs like 09:00 and 12:00, each later than the one before, and sign the data anew.",
    ),
    "unit.no-kind": (
        "{unit} is of no kind that may publish matters.",
        "Name its kind: organ, authorised organisation or public service.",
    ),
    "unit.no-matter": (
        "{unit} shows no matter.",
        "List its matters; no unit's matters stay hidden.",
    ),
    "material.nobody-judged": (
        "Nobody stands for the four answers about {material}.",
        "Have an editor answer the four questions, with the day.",
    ),
    "material.listed-wrongly": (
        "{material} is not what the list calls it; the four answers say something else.",
        "List it as what the four answers say, or correct the answers.",
    ),
    "scope.no-place": (
        "It is not known where the office {office} is.",
        "Give the six digits of its division, or that it is overseas.",
    ),
    "scope.not-their-list": (
        "Only the digital economy bureau says which outside issuers can be checked on line.",
        "Use the bureau's list.",
    ),
    "scope.inside": (
        "The issuer is inside the city; the measures apply.",
        "Take the next way that replaces the proof.",
    ),
    "scope.checkable": (
        "The issuer can be checked on line; the measures apply.",
        "Check it on line.",
    ),
    "scope.no-basis": (
        "No rule is named that makes an outside office issue this.",
        "Name the rule and its article.",
    ),
    "review.step": (
        "The change of the catalogue does not stand where this step fits.",
        "Look where it stands; the order is submit, review, publish, withdraw.",
    ),
    "review.own-work": (
        "Nobody reviews a change he had a hand in.",
        "Another reviewer of the joint conference's office takes it.",
    ),
    "review.no-words": (
        "A review without an opinion is none.",
        "Write the opinion.",
    ),
    "review.content-changed": (
        "The content is not the one that was submitted or reviewed.",
        "Submit the changed content for review anew.",
    ),
    "list.not-reviewed": (
        "The list goes public only after the legal review.",
        "Have the change reviewed and published first.",
    ),
    "list.same-version": (
        "The version {version} is public already.",
        "Give the new list a version of its own.",
    ),
    "list.field-missing": (
        "{proof}: basis, demanding unit, issuing unit and guide are not all there.",
        "Fill in the missing one; the public must be told all four.",
    ),
    "overlay.category-dropped": (
        "{matter} has lost a verify-first tag of the city's catalogue.",
        "Put the tag back; a county or department may refine, not loosen.",
    ),
    "overlay.proof-added": (
        "{situation} now lists {proof}, which the city's catalogue does not know there.",
        "Take it out; no new proof may be set.",
    ),
    "overlay.proof-back": (
        "{proof} is cancelled by the city and comes back in {situation}.",
        "Leave it cancelled.",
    ),
    "overlay.proof-dropped": (
        "{situation} no longer strikes out {proof}.",
        "Put the row back with a way that replaces the proof.",
    ),
    "overlay.material-added": (
        "{situation} asks for more than the city's catalogue: {material}.",
        "Take the material out; it would be a requirement in disguise.",
    ),
    "overlay.asks": (
        "{situation} asks for {proof} in other words.",
        "Take it out of the text.",
    ),
    "overlay.name-dropped": (
        "{proof} has lost one of the names it must not be asked for by.",
        "Put all names of the city's catalogue back.",
    ),
    "overlay.other-version": (
        "{overlay} was made for version {made_for}; the city's catalogue is {version}.",
        "Go through it against the new version, then sign it anew.",
    ),
    "overlay.unknown": (
        "{overlay} names {named}, which the city's catalogue does not know there.",
        "Correct the code.",
    ),
    "overlay.not-own": (
        "{overlay} is about {unit}, which is not its own.",
        "A county refines for its own units, a department for its matters.",
    ),
    "overlay.twice": (
        "There are two overlays for {named}; one of them is {overlay}.",
        "Put both into one file.",
    ),
    "overlay.situation-twice": (
        "{overlay} uses the code {named} for a situation that is there already.",
        "Give the situation a code of its own.",
    ),
    "overlay.not-fewer": (
        "The situation {situation} asks for no fewer materials than those of {matter}.",
        "An overlay's situation asks for less, or it is left out.",
    ),
    "overlay.no-fall-back": (
        "Nobody falls back on the way {way}: proof {proof}.",
        "Add data sharing, an inquiry, an investigation or another material.",
    ),
    "overlay.alias": (
        "{overlay} adds the name {name}, which names no proof, or another one.",
        "Add only names that belong to this proof alone.",
    ),
    "check-plan.missing": (
        "{matter} has no plan for later checks.",
        "Name one of the catalogue's check plans.",
    ),
    "check-plan.credits": (
        "The check plan {plan} needs one row for each credit, and no more.",
        "Write a row for good, ordinary and poor credit.",
    ),
    "check-plan.numbers": (
        "The check plan {plan} holds a number that cannot be.",
        "Shares go from 0 to 100, days from 0.",
    ),
    "check-plan.how": (
        "The check plan {plan} cannot be carried out by {way}.",
        "Choose data sharing, an inquiry or the department's own investigation.",
    ),
    "check-plan.worse": (
        "The check plan {plan} checks those who commit more often than the others.",
        "Lower the share of committed cases, or raise the other.",
    ),
    "check-plan.credit-order": (
        "The check plan {plan} checks better credit more often than worse.",
        "Put the shares in order of credit.",
    ),
    "check-plan.verify-first": (
        "{matter} is verified before approval; its plan must check every case before.",
        "Name the plan for verify-first matters.",
    ),
    "check-plan.no-seed": (
        "The draw needs a seed and a case number.",
        "Settle the seed before the draw, and write it down.",
    ),
    "matter.offline": (
        "{matter} is verified before approval; an offline hall cannot approve it at once.",
        "Take the mark for offline halls off this matter.",
    ),
    "matter.recommended": (
        "{matter} is verified before approval; it is no matter to be opened to commitment first.",
        "Take the mark off this matter.",
    ),
    "guide.hidden-proof": (
        "The guide asks for {proof}, a cancelled proof: {line}",
        "Take it out; name the way that replaces it.",
    ),
    "guide.new-proof": (
        "The guide sets a new proof: {line}",
        "Take it out; no guide may set a proof.",
    ),
    "guide.not-judged": (
        "The four questions were not put to this line of the guide: {line}",
        "Answer them; an own paper may stay.",
    ),
    "bar.list-stale": (
        "The list of barred persons is too old to approve offline.",
        "Accept the case now; approve when the line is back.",
    ),
    "bar.offline-cap": (
        "{most} cases were approved offline today; that is the most.",
        "Accept the case now; approve when the line is back.",
    ),
    "case.proof-received": (
        "A case is not closed on {proof} handed in on demand.",
        "Settle it by the way that replaces the proof; report the demand.",
    ),
    "case.no-such-proof": (
        "The case has no such proof: {proof}.",
        "Choose one of the proofs on the checklist.",
    ),
    "pack.no-basis": (
        "No basis is named that follows {number}.",
        "Name the document and its number.",
    ),
    "pack.not-its-successor": (
        "{new} does not follow {number}.",
        "Choose the pack that was made to follow it.",
    ),
    "pack.not-confirmed": (
        "Nobody has confirmed {number} as the basis for today.",
        "A legal reviewer of the joint conference's office confirms it, first at the platform, "
        "then at the counter: Settings, Basis of handling.",
    ),
    "pack.unknown": (
        "This program does not hold the pack {pack}.",
        "Install the program version that holds it; a case that is still open can be put under "
        "today's basis by picking its matter again.",
    ),
    "basis.training": (
        "Training goes on under the historical measures; nothing is confirmed here.",
        "Confirm the basis at a live counter.",
    ),
    "basis.long": (
        "The basis has more than {most} characters.",
        "Name the document and its number.",
    ),
    "pack.rule-missing": (
        "The pack of {number} lacks a rule: {rule}.",
        "Complete the pack and sign it anew.",
    ),
    "pack.rule-unmarked": (
        "The pack of {number} shows an unread wording as settled: {rule}.",
        "Mark it for legal review.",
    ),
    # --- rules: inquiries and what follows a commitment (domain) ---
    "tier.no-reason": (
        "Two working days need the reason why the files are incomplete.",
        "Write where the files must be searched and what is missing.",
    ),
    "tier.no-reason-to-change": (
        "A slower time limit needs a reason and a name.",
        "Write the reason; the clock goes on from the delivery.",
    ),
    "tier.not-slower": (
        "The time limit can only be changed to a slower one.",
        "Answer within the limit that runs.",
    ),
    "tier.too-late": (
        "The time limit ended at {due}; it can no longer be changed.",
        "Answer now; the answer carries the late mark.",
    ),
    "tier.not-running": (
        "No time limit runs for this inquiry now.",
        "Only a delivered inquiry without an answer can be changed.",
    ),
    "tier.changed-already": (
        "The time limit was changed once already.",
        "Answer within the limit that runs.",
    ),
    "inquiry.no-contact": (
        "{unit} has no contact for inquiries.",
        "Agree on a contact and a telephone number with the unit first.",
    ),
    "inquiry.no-template": (
        "The proof lacks its inquiry letter or its feedback letter.",
        "Both templates are made for every proof before anybody is asked.",
    ),
    "inquiry.no-purpose": (
        "An inquiry needs a case and a purpose.",
        "Start it from the case and say what it is for.",
    ),
    "inquiry.fields": (
        "Nothing is asked, or something that this proof does not say: {fields}",
        "Tick only fields of the proof's list.",
    ),
    "inquiry.answer-fields": (
        "The answer is empty, or says what was not asked: {fields}",
        "Give the fields that were asked, and no others.",
    ),
    "inquiry.not-delivered": (
        "The inquiry has not reached the asked unit yet.",
        "The clock starts with delivery.",
    ),
    "inquiry.move": (
        "The inquiry does not stand where this step can be taken.",
        "Open it again to see where it stands.",
    ),
    "inquiry.before-start": (
        "This time lies before the inquiry was sent or delivered.",
        "Check the clock and the time that was written.",
    ),
    "inquiry.no-reason": (
        "Taking an inquiry back needs a reason.",
        "Write why no answer is needed any more.",
    ),
    "report.not-overdue": (
        "The inquiry is not overdue; there is nothing to report.",
        "The report is drafted by itself when the time is over.",
    ),
    "report.no-reason": (
        "Stopping a report needs a reason; an overdue inquiry is never dropped in silence.",
        "Write why the joint conference need not know.",
    ),
    "report.no-investigation": (
        "A report is closed only with an investigation file.",
        "Write the units, the findings and the result first.",
    ),
    "report.investigation-incomplete": (
        "The investigation lacks its file, its units, its findings or its result.",
        "Fill in what is missing.",
    ),
    "report.move": (
        "The report does not stand where this step can be taken.",
        "Open it again to see where it stands.",
    ),
    "exchange.secrecy-not-asked": (
        "First say whether state or work secrets are concerned.",
        "Answer the question; then the channels are shown.",
    ),
    "exchange.secret": (
        "Nothing about a secret item is kept here.",
        "Use the route for secret documents.",
    ),
    "exchange.incomplete": (
        "An exchange outside the platform needs its channel, both persons and evidence.",
        "Fill in what is missing and add the scan.",
    ),
    "exchange.time-order": (
        "The times are not in order: sent, delivered, answered.",
        "Check the times that were written.",
    ),
    "exchange.other-inquiry": (
        "This exchange belongs to another inquiry.",
        "Open the inquiry it was made for.",
    ),
    "commit.not-the-person": (
        "Only the applicant may sign this commitment.",
        "Let the applicant sign, or go on without a commitment: we check it ourselves.",
    ),
    "commit.needs-guardian": (
        "The applicant is a minor or not capable: a guardian signs.",
        "Let the guardian sign as such, or go on without a commitment.",
    ),
    "commit.guardian-not-shown": (
        "The guardianship was not shown.",
        "Scan the applicant's own paper that shows it, such as the household book.",
    ),
    "commit.guardian-minor": (
        "The guardian must be a grown-up with a known number.",
        "Read the guardian's card.",
    ),
    "commit.firm-unknown": (
        "The social credit code of {firm} is not one.",
        "Compare it with the licence.",
    ),
    "commit.no-power": (
        "For {firm} only a person with its power of attorney may sign.",
        "Have the firm's authorised person sign, or go on without a commitment.",
    ),
    "commit.power-not-on-file": (
        "The power of attorney is not on file.",
        "Scan it first.",
    ),
    "commit.other-power": (
        "The power of attorney is another person's or not from {firm}.",
        "Compare number and firm.",
    ),
    "commit.power-not-valid": (
        "The power of attorney is not valid today; its last day is {last}.",
        "Have the firm give a new one, or go on without a commitment.",
    ),
    "credit-code.form": (
        "A social credit code has 18 digits or capital letters without I, O, S, V and Z.",
        "Compare it with the licence.",
    ),
    "credit-code.check": (
        "The code's last character does not fit the others.",
        "Compare it with the licence.",
    ),
    "credit-code.organisation": (
        "The organisation's part of the code does not fit its own check.",
        "Compare it with the licence.",
    ),
    "withdrawal.no-reason": (
        "Taking a commitment back needs a reason.",
        "Write the applicant's reason in a few words.",
    ),
    "withdrawal.nothing": (
        "Nothing is committed to in case {case}.",
        "Go on; there is nothing to take back.",
    ),
    "withdrawal.too-late": (
        "The decision is made; the commitment can no longer be taken back.",
        "A doubt about it goes into a review.",
    ),
    "finding.nothing-approved": (
        "There is no approval on a commitment to review in case {case}.",
        "Before approval, facts that differ are settled with the applicant.",
    ),
    "finding.found-already": (
        "The finding stands already.",
        "A doubt may be settled; a finding is not changed.",
    ),
    "finding.no-evidence": (
        "A finding needs a name and evidence.",
        "Add the answer or the record it rests on.",
    ),
    "finding.no-decider": (
        "A consequence is decided by a named person on a named basis.",
        "Write who decided and on which provision.",
    ),
    "finding.outcome": (
        "This consequence does not follow from the finding, or was decided already.",
        "Look at the finding and at what was decided.",
    ),
    "finding.no-day": (
        "A correction in time needs its day.",
        "Give the day by which it is put right.",
    ),
    "finding.nothing-to-repair": (
        "There is no credit record to repair.",
        "Only a record that was made can be repaired.",
    ),
    "ledger.no-reason": (
        "A correcting line needs a reason.",
        "Write what was wrong; the old line stays.",
    ),
    "ledger.nobody": (
        "A line needs the name of who writes it.",
        "Sign in.",
    ),
    "ledger.no-such-line": (
        "The ledger has no line {place}.",
        "Open the ledger again.",
    ),
    "supplement.source": (
        "Only facts the department found itself can differ from the form.",
        "Look the fact up by sharing, by inquiry or on the spot.",
    ),
    "supplement.after-decision": (
        "The decision is made; nothing can be asked for any more.",
        "A doubt about a commitment goes into a review.",
    ),
    "supplement.empty": (
        "A supplement notice lists at least one thing and says who asks.",
        "Add the fact that differs.",
    ),
    "supplement.item": (
        "Each thing asked for needs the fact, the material and the reason.",
        "Fill in what is missing.",
    ),
    "supplement.not-linked": (
        "{fact}: nothing was found to differ, so nothing may be asked about it.",
        "Take it out, or look the fact up first.",
    ),
    "supplement.second-notice": (
        "{fact} was known when the last notice went out.",
        "One notice lists everything; go on with what is there.",
    ),
    "supplement.line": (
        "A line of the supplement ledger lacks something that must stand in it.",
        "Case, applicant, proof, way, fact, material, reason, who asked and when.",
    ),
    "outward.demand": (
        "Name, contact, proof, use and demanding unit must all be written down.",
        "Ask the applicant for what is missing.",
    ),
    "outward.line": (
        "The ledger needs number, issuer, seal, copies and evidence of the demand.",
        "Fill in what is missing.",
    ),
    "outward.no-reason": (
        "Declining needs a reason and a name.",
        "Write the lawful reason.",
    ),
    "outward.where": (
        "Where the receiving office sits is not known.",
        "Give its division code, or choose overseas.",
    ),
    "outward.inside": (
        "{unit} is inside the city and must not ask for proofs.",
        "Tell that unit; it checks for itself.",
    ),
    "outward.because-cancelled": (
        "That a proof is cancelled is no reason to decline one for use outside.",
        "Issue it, or name another lawful reason.",
    ),
    "outward.place": (
        "{unit} is outside the city.",
        "Issue the proof, or name another lawful reason.",
    ),
    "complaint.incomplete": (
        "A complaint needs its number, the unit, the words, and from the hotline its number.",
        "Fill in what is missing.",
    ),
    "complaint.conflict": (
        "This person is concerned by the complaint and must not handle it.",
        "Choose somebody else, or pass it to the joint conference.",
    ),
    "complaint.no-reason": (
        "Passing a complaint on needs a reason.",
        "Write what makes it hard.",
    ),
    "complaint.no-reply": (
        "A reply needs words.",
        "Write what the joint conference says.",
    ),
    "complaint.no-result": (
        "A complaint is closed with its result.",
        "Write what was found and done.",
    ),
    "complaint.not-handler": (
        "Complaint {number} was not given to you.",
        "Whoever handles it closes it.",
    ),
    "complaint.move": (
        "The complaint does not stand where this step can be taken.",
        "Open it again to see where it stands.",
    ),
    "diligence.no-finding": (
        "Without a finding of a false commitment there is nothing to be exempt from.",
        "Finish the review of case {case} first.",
    ),
    "diligence.nobody": (
        "The sheet needs its reviewer.",
        "Write who judged.",
    ),
    "diligence.no-evidence": (
        "A condition that holds must be shown by a document.",
        "Attach it, or say that it does not hold.",
    ),
    "breach.in-time": (
        "The answer was not late; there is no breach to enter.",
        "Look at the inquiry's times.",
    ),
    "breach.not-founded": (
        "Complaint {number} is not closed, or was found to be wrong.",
        "Finish looking into it first.",
    ),
    "breach.incomplete": (
        "A line of the register needs the unit, evidence, and for other breaches what it is.",
        "Fill in what is missing.",
    ),
    "retention.too-short": (
        "{years} years are too few; the case file is kept {least}.",
        "Set at least {least}.",
    ),
    "evaluation.formula": (
        "The formula {formula} has no version, or a fault costs nothing in it.",
        "Have the numbers of the pack put right.",
    ),
    "evaluation.version-twice": (
        "The version {formula} names two formulas.",
        "A formula with other numbers has a version of its own.",
    ),
    "evaluation.period": (
        "The period ends before its first day, {first}.",
        "Choose a period whose last day comes after the first.",
    ),
    "evaluation.not-over": (
        "The period ends on {last}.",
        "Close it afterwards.",
    ),
    "evaluation.closed": (
        "The period up to {last} is closed; its figures and its formula stand.",
        "A new formula is for a new period.",
    ),
    "evaluation.no-effect": (
        "Proposing an interview needs the bad effect.",
        "Write what the poor work led to.",
    ),
    "evaluation.no-such-unit": (
        "{unit} is not in this evaluation.",
        "Choose a unit of the table.",
    ),
    "reach.outside": (
        "The unit {unit} is beyond what your post reaches: {act}.",
        "Ask somebody of that unit, or the joint conference's office.",
    ),
    "sector.unknown": (
        "{department}, named for {unit}, is no administrative organ of the catalogue.",
        "Name the code of the department that guides the unit.",
    ),
    "sector.no-department": (
        "No department looks after {unit}.",
        "Write down the sector's department; hospitals, schools and utilities each have one.",
    ),
    "meeting.incomplete": (
        "An item needs its number, its subject and who raised it.",
        "Fill in what is missing.",
    ),
    "meeting.no-resolution": (
        "Settling an item needs words.",
        "Write what was settled.",
    ),
    "meeting.settled": (
        "Item {number} is settled already.",
        "Put down a new item for what is still open.",
    ),
    "meeting.before-raised": (
        "The item was raised on {raised}; it was not settled before.",
        "Check the day.",
    ),
    "bulletin.incomplete": (
        "A bulletin needs its number and words.",
        "Fill in what is missing.",
    ),
    "bulletin.nobody": (
        "A read receipt needs the reader's name.",
        "Sign in.",
    ),
    "bulletin.own": (
        "Bulletin {number} is your own bureau's.",
        "The two other bureaus confirm that they read it.",
    ),
    "bulletin.before-sent": (
        "Bulletin {number} had not been sent by then.",
        "Check the time.",
    ),
    "window.none": (
        "{hall} has no open supervision window.",
        "Open one, with somebody on duty on every working day.",
    ),
    "window.nobody": (
        "{hall}: nobody is on duty at the supervision window on {first}; days without: {count}.",
        "Write down who is on duty.",
    ),
    "task.incomplete": (
        "A task needs its number, the unit and what is to be done.",
        "Fill in what is missing.",
    ),
    "task.due-before": (
        "The task would be due on {due}, before it was set.",
        "Choose a later day.",
    ),
    "task.no-words": (
        "A task is finished with words on what was done.",
        "Write what was done.",
    ),
    "task.done-already": (
        "Task {number} is finished already.",
        "Open the list again.",
    ),
    "task.done-before": (
        "The task was not set yet on {on}.",
        "Check the day.",
    ),
    "source.missing": (
        "The source {source} was not gathered yet.",
        "The next way is taken; nobody brings a paper for it.",
    ),
    "source.fields": (
        "The source gives at least one field, and only its own: {fields}.",
        "Ask another source, or the unit that knows.",
    ),
    "source.not-marked": (
        "The source {source} was last loaded on {loaded}, which is too long ago.",
        "Use it with the mark, or take the next way.",
    ),
    "investigation.no-question": (
        "A visit needs its question and who orders it.",
        "Write what is to be found out.",
    ),
    "investigation.no-such-proof": (
        "{proof} is no proof of this case.",
        "Choose one of the checklist.",
    ),
    "investigation.case-over": (
        "A case that is {state} is not looked into any more.",
        "Open the case again to see where it stands.",
    ),
    "investigation.incomplete": (
        "The record of a visit needs the place, what was found, and evidence.",
        "Fill in what is missing.",
    ),
    "investigation.two-officers": (
        "A visit is made by at least two officers; here: {count}.",
        "Write down who else was there, or go again in pairs.",
    ),
    "investigation.before-order": (
        "The visit was ordered on {on}; it was not made before.",
        "Check the time.",
    ),
    "investigation.other-case": (
        "The visit was not made for case {case}.",
        "Open the case it was made for.",
    ),
    "investigation.not-settled": (
        "The visit did not find the fact as stated: {finding}.",
        "What differs is settled with the applicant; what was not found is looked for further.",
    ),
    "investigation.no-commitment": (
        "{proof}: a commitment cannot take the place of the visit here.",
        "The department goes on looking for itself.",
    ),
    "third-party.no-contract": (
        "There is no contract on file with {party}.",
        "Hand nothing over; look for yourselves, or have the contract filed first.",
    ),
    "third-party.contract": (
        "A contract on file has its number, party, fields and scan.",
        "Fill in what is missing.",
    ),
    "third-party.other-party": (
        "The contract is not with {party}.",
        "Choose the contract with this party.",
    ),
    "third-party.not-in-force": (
        "The contract {number} is not in force today; its last day is {last}.",
        "Hand nothing over until there is one that is.",
    ),
    "third-party.onward": (
        "The contract {number} does not forbid handing the data on.",
        "Have that clause put in first.",
    ),
    "third-party.no-case": (
        "Data is handed over for one proof of one case.",
        "Open the case.",
    ),
    "third-party.fields": (
        "At least one field, and only those of the contract: {fields}.",
        "Take out what the contract does not name.",
    ),
    "lookup.no-purpose": (
        "A look-up needs the case and what it is for.",
        "Open the case, then look up from there.",
    ),
    "lookup.not-own-case": (
        "Case {case} is not on your list.",
        "Look up only what your own cases need.",
    ),
    "lookup.limit": (
        "You have made {most} look-ups today.",
        "A supervisor may allow more, with the reason.",
    ),
    "lookup.no-reason": (
        "More look-ups than the day's number need a reason.",
        "Write why so many are needed.",
    ),
    "lookup.own-leave": (
        "Nobody allows himself more look-ups.",
        "Ask another supervisor.",
    ),
    "export.no-reason": (
        "Taking a list out needs a reason.",
        "Write what it is for.",
    ),
    "alarm.own": (
        "Alarm {number} is about yourself.",
        "The joint conference's office decides it.",
    ),
    "alarm.not-yours": (
        "Alarm {number} did not come to you.",
        "The unit's head or the joint conference's office decides it.",
    ),
    "alarm.decided": (
        "Alarm {number} is decided already.",
        "Open the list again.",
    ),
    "alarm.no-words": (
        "An outcome needs words.",
        "Write what was found and done.",
    ),
    "elder.not-asked": (
        "The applicant is 60 or older: first ask whether this is the applicant's own will.",
        "Ask the applicant alone, and write down the answer.",
    ),
    "elder.nobody": (
        "The answer needs the name of who asked.",
        "Sign in.",
    ),
    "elder.asked-late": (
        "The question was asked only after the signature.",
        "Ask first, then let the applicant sign again.",
    ),
    "elder.not-own-will": (
        "The applicant says that this is not the applicant's own will.",
        "Take no commitment; hear the applicant alone, and tell the supervisor.",
    ),
    # --- letters (documents) ---
    "letter.character-missing": (
        "No letter font has the character {characters}.",
        "The case goes on, but the letter waits: have a font with this character added.",
    ),
    "letter.font-missing": (
        "The letter font {font} is not on this machine.",
        "Run the set-up again; it fetches the fonts.",
    ),
    "letter.seal-picture": (
        "The picture in the seal cannot be used: {problem}.",
        "Have the seal made again, or choose another one.",
    ),
    "letter.place-empty": (
        "The letter has nothing to put in the place {place}.",
        "Fill it in first; no letter goes out with a gap.",
    ),
    "authority.not-needed": (
        "{matter} needs no authority: the duty itself is the ground for looking up.",
        "Look up without it; nobody is asked for a consent that is not needed.",
    ),
    "authority.open": (
        "The authority does not say everything: {missing}.",
        "Name the purpose, the data and the units.",
    ),
    "authority.over": (
        "The authority would have ended before today ({until}).",
        "Name a later day.",
    ),
    "inquiry.not-answered": (
        "The inquiry {id} is not answered yet.",
        "Answer it first; the feedback letter says what was found.",
    ),
    "template.incomplete": (
        "The letter template may not be used: {problem} ({where}).",
        "Have the template corrected and published again.",
    ),
    # --- seal ---
    "seal.unreadable": (
        "The seal's file cannot be read.",
        "Fetch the seal from the platform again.",
    ),
    "seal.generation": (
        "The seal is of version {version}; this program seals with versions 4 and 5.",
        "Have the seal made anew after GB/T 38540-2020.",
    ),
    "seal.generation-not-chosen": (
        "The seal is of version {version}, and this hall's readers are set to an earlier one.",
        "Choose a signature profile for it in the settings, if those who check letters read it.",
    ),
    "seal.profile-unknown": (
        "The settings name a signature profile that is not there: {name}.",
        "Name one of: {names}.",
    ),
    "seal.picture-kind": (
        "The picture in the seal is of the kind {kind}, which cannot be drawn here.",
        "Have the seal made with a PNG picture.",
    ),
    "seal.picture-damaged": (
        "The picture in the seal is damaged and cannot be drawn.",
        "Fetch the seal again, or have it made anew.",
    ),
    "seal.picture-too-large": (
        "The picture in the seal has too many bytes or pixels.",
        "Have the seal made with a picture of at most 3000 pixels a side.",
    ),
    "seal.picture-size": (
        "The seal says that it is {size} mm large; a seal is 5 to 60 mm.",
        "Have the seal made anew with its true size.",
    ),
    "seal.picture-coarse": (
        "The seal's picture has only {dpi} dots per inch; printed letters show it coarse.",
        "Have the seal made with a picture of at least 300 dots per inch.",
    ),
    "seal.not-genuine": (
        "The seal {seal} was not signed by its maker, or was changed since.",
        "Do not use it; tell the administrator.",
    ),
    "seal.not-yet": (
        "The seal is in force only from {since}.",
        "Use the seal that is in force today.",
    ),
    "seal.expired": (
        "The seal was in force until {until}.",
        "Have the seal renewed.",
    ),
    "seal.must-be-made-anew": (
        "The seal {seal} does not list this token's certificate; it may have been renewed.",
        "The seal must be made anew for the new certificate; ask its maker.",
    ),
    "seal.certificate-not-yet": (
        "The token's certificate is valid only from {since}.",
        "Use a certificate that is valid today.",
    ),
    "seal.certificate-expired": (
        "The token's certificate was valid until {until}.",
        "Have the certificate renewed, then the seal made anew.",
    ),
    "seal.certificate-unreadable": (
        "The token's certificate cannot be read.",
        "Use another token, or have its issuer look at it.",
    ),
    "seal.certificate-usage": (
        "The certificate of {holder} is not meant for signing.",
        "Choose the signing certificate on the token.",
    ),
    "seal.certificate-key": (
        "The certificate of {holder} has no SM2 key.",
        "Choose the SM2 certificate on the token.",
    ),
    "seal.too-large": (
        "The seal of {bytes} bytes does not fit into the letter.",
        "Have the seal made with a smaller picture.",
    ),
    "seal.token-answer": (
        "The token's signature of {bytes} bytes is not in the standard's form; nothing was sealed.",
        "Seal again; if it comes back, have the token looked at.",
    ),
    "seal.signature-wrong": (
        "The token's signature does not fit its certificate; nothing was sealed.",
        "Check that the right token is plugged in, then seal again.",
    ),
    "training.exists": (
        "There is a training seal in {folder} already.",
        "Use it, or choose an empty folder.",
    ),
    "training.name": (
        "A name of {characters} characters does not fit into the ring of a seal.",
        "Give a name of 3 to 20 characters.",
    ),
    "training.not-installed": (
        "The training parts are not installed.",
        "Install the extra named training.",
    ),
    "training.font": (
        "The face {font} for the seal's picture is not there.",
        "Run the set-up once, or name a face with --font.",
    ),
    "training.folder": (
        "The folder {folder} cannot be written.",
        "Choose a folder of your own.",
    ),
    # --- verdicts on files and steps (seal) ---
    "file.unreadable": (
        "The file cannot be opened.",
        "Check its name and the right to read it.",
    ),
    "file.too-large": (
        "The file is larger than what is judged here.",
        "Have it judged where it was made.",
    ),
    "file.no-seal": (
        "This is neither a PDF nor an OFD, a seal or a seal signature.",
        "Ask for the file again; it may be damaged.",
    ),
    "file.no-signature": (
        "The file holds no signature.",
        "Ask for the sealed file.",
    ),
    "file.signature-damaged": (
        "The file holds parts of a signature that do not belong together any more.",
        "Do not rely on it; ask for the file again.",
    ),
    "file.container-not-supported": (
        "This version does not judge this kind of file.",
        "Have it judged with a reader of its kind.",
    ),
    "file.package-wrong": ("The package cannot be read whole.", "Ask for the file again."),
    "structure.wrong": (
        "The signature is not built as the standard says.",
        "Do not rely on it; ask for the file again.",
    ),
    "structure.generation": (
        "The seal is of a generation newer than this program.",
        "Have it judged where it was made.",
    ),
    "structure.versions": (
        "The seal or the signature is not built as the version in it says.",
        "Do not rely on it; ask for the file again.",
    ),
    "structure.kind-not-supported": (
        "This version does not judge this kind of signature.",
        "Have it judged with a reader of its kind.",
    ),
    "seal-signature.wrong": (
        "The seal was not signed by the maker it names, or was changed since.",
        "Do not rely on it.",
    ),
    "seal-dates.not-yet": ("The seal was not yet in force.", "Do not rely on it."),
    "seal-dates.expired": ("The seal was no longer in force.", "Do not rely on it."),
    "seal-dates.made-later": ("The seal was made after the signature.", "Do not rely on it."),
    "seal.critical-extension": (
        "The seal carries a condition that is not understood here.",
        "Ask the seal's maker what it means.",
    ),
    "signature.wrong": (
        "The signature is not the signer's, or what was signed was changed.",
        "Do not rely on it.",
    ),
    "signature.algorithm": (
        "The signature names a way of signing that its key does not know.",
        "Do not rely on it.",
    ),
    "signature.algorithm-mistyped": (
        "The way of signing is named by a number that a widespread library mistypes.",
        "Nothing needs to be done.",
    ),
    "signature.algorithm-unknown": (
        "The signature was made in a way that is not judged here.",
        "Have it judged where it was made.",
    ),
    "signature.critical-extension": (
        "The signature carries a condition that is not understood here.",
        "Ask the signer what it means.",
    ),
    "signature.no-certificate": (
        "The signer's certificate is neither in the file nor among the trusted ones.",
        "Ask the signer for it.",
    ),
    "signature.no-digest": (
        "What was signed does not speak of the document.",
        "Do not rely on it.",
    ),
    "signature.other-certificate": (
        "What was signed names another certificate of the signer.",
        "Do not rely on it.",
    ),
    "signature.content-type": (
        "What was signed names another kind of content.",
        "Do not rely on it.",
    ),
    "signature.no-document": (
        "The signature is over the document, which is not at hand.",
        "Have it judged together with its document.",
    ),
    "signer-in-seal.not-listed": (
        "The seal was not given to this signer.",
        "Do not rely on it.",
    ),
    "signer-in-seal.by-number": (
        "The seal lists the signer by the number of a certificate only.",
        "Nothing needs to be done.",
    ),
    "signer-in-seal.other-digest": (
        "The seal lists the signer by a digest other than SM3.",
        "Nothing needs to be done.",
    ),
    "signer-in-seal.digest-unknown": (
        "The seal lists its signers by digests of a kind that is not judged here.",
        "Ask the seal's maker whether it was given to this signer.",
    ),
    "signer-in-seal.digest-with-z": (
        "The seal lists the signer by a digest made with Z.",
        "Nothing needs to be done.",
    ),
    "certificate.unreadable": ("A certificate cannot be read.", "Do not rely on it."),
    "certificate.not-yet": ("A certificate was not yet valid.", "Do not rely on it."),
    "certificate.expired": ("A certificate was no longer valid.", "Do not rely on it."),
    "certificate.usage": ("A certificate is not meant for signing.", "Do not rely on it."),
    "certificate.usage-unreadable": (
        "What the certificate is meant for cannot be read.",
        "Nothing needs to be done; its issuer wrote it wrongly.",
    ),
    "certificate.algorithm": (
        "A certificate names a way of signing that its issuer's key does not know.",
        "Do not rely on it.",
    ),
    "certificate.algorithm-unknown": (
        "A certificate is signed in a way that is not judged here.",
        "Have it judged where it was made.",
    ),
    "certificate.signature": (
        "A certificate was not signed by the issuer it names, or was changed since.",
        "Do not rely on it.",
    ),
    "certificate.no-anchor": (
        "The issuer of a certificate is not among the trusted ones.",
        "Have the administrator add the issuer's certificate to the trust folder.",
    ),
    "certificate.critical-extension": (
        "A certificate carries a condition that is not understood here.",
        "Ask its issuer what it means.",
    ),
    "certificate.issuer-no-authority": (
        "A certificate's issuer may not issue certificates.",
        "Do not rely on it.",
    ),
    "certificate.issuer-dates": (
        "The issuer's own certificate was not valid.",
        "Do not rely on it.",
    ),
    "certificate.issuer-unclear": (
        "The issuer's certificate does not say that it may issue certificates.",
        "Have the administrator look at the trust folder.",
    ),
    "certificate.path-too-long": (
        "More authorities stand below an issuer than it may have below it.",
        "Do not rely on it.",
    ),
    "certificate.purpose": (
        "A certificate does not say that it is meant for time stamps.",
        "Do not rely on the time stamp.",
    ),
    "certificate.revoked": (
        "A certificate had been revoked.",
        "Do not rely on it.",
    ),
    "certificate.revoked-later": (
        "A certificate was revoked after the signature.",
        "Nothing needs to be done unless the time of signing is in doubt.",
    ),
    "revocation.outdated": (
        "The revocation lists at hand do not reach to the time of signing.",
        "Have the administrator put the issuer's newest list into the trust folder.",
    ),
    "revocation.partial": (
        "The revocation list at hand covers some of the issuer's certificates only.",
        "Have the administrator put the issuer's whole list into the trust folder.",
    ),
    "revocation.list-not-used": (
        "A revocation list is there that cannot be used.",
        "Have the administrator put the issuer's whole list into the trust folder.",
    ),
    "time.outside-certificate": (
        "The time of signing lies outside the certificate's dates.",
        "Do not rely on it.",
    ),
    "time.outside-seal": (
        "The time of signing lies outside the seal's dates.",
        "Do not rely on it.",
    ),
    "time.in-the-future": (
        "The signature is dated later than now.",
        "Check this computer's clock.",
    ),
    "time.not-stated": (
        "The signature does not say when it was made.",
        "Ask the signer.",
    ),
    "time-stamp.proved": (
        "A time stamp proves the time of signing.",
        "Nothing needs to be done.",
    ),
    "time-stamp.unreadable": (
        "What stands in the place of a time stamp is none.",
        "Do not rely on the time alone.",
    ),
    "time-stamp.other-content": (
        "The time stamp was given for something else.",
        "Do not rely on it.",
    ),
    "time-stamp.digest-unknown": (
        "The time stamp holds a digest of a kind that is not judged here.",
        "Do not rely on the time alone.",
    ),
    "time-stamp.before-signing": (
        "The time stamp is older than the time of signing.",
        "Ask the signer about his clock.",
    ),
    "time-stamp.unreachable": (
        "The time stamp service does not answer.",
        "The letter is sealed without; its time stamp is fetched later and kept beside it.",
    ),
    "time-stamp.not-kept": (
        "The time stamp came and could not be kept on this computer.",
        "Make room on the disk; it is fetched again by itself.",
    ),
    "time-stamp.no-answer": (
        "What answers at the address of the time stamp service is none.",
        "Have the administrator look at time_stamp_url in the settings.",
    ),
    "time-stamp.declined": (
        "The time stamp service declined.",
        "Ask the service; the letter is sealed without.",
    ),
    "time-stamp.other-question": (
        "The time stamp service answered another question.",
        "Have the administrator look at time_stamp_url in the settings.",
    ),
    "time-stamp.not-believed": (
        "The time stamp service's answer is not believed.",
        "Have the administrator look at the trust folder and at time_stamp_url in the settings.",
    ),
    "time-stamp.address": (
        "The time stamp service's address is none of a web service.",
        "Set time_stamp_url to one that begins with https:// or http://.",
    ),
    "time-stamp.in-the-future": (
        "The time stamp is dated later than now.",
        "Check this computer's clock.",
    ),
    "time.unreadable": (
        "The time of signing cannot be read.",
        "Ask the signer when it was sealed.",
    ),
    "digest.with-z": (
        "The document's digest was made with Z.",
        "Nothing needs to be done.",
    ),
    "digest.algorithm-unknown": (
        "The document's digest is of a kind that is not judged here.",
        "Have it judged where it was made.",
    ),
    "digest.different": (
        "The document was changed after it was sealed.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.range-wrong": (
        "Part of the document is not protected by the seal.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.later-bytes": (
        "Something was added to the document after it was sealed.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.later-signature": (
        "Something was added after this seal and is covered by a later one only.",
        "Ask what was added between the two.",
    ),
    "digest.other-signature": (
        "This seal covers a part of the document only; the rest is covered by another one.",
        "Ask which part this seal stands for.",
    ),
    "digest.unprotected": (
        "A part of the document is protected by no seal.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.unused-file": (
        "The package holds a file that no seal protects; the document does not seem to use it.",
        "Ask for the file as it was sealed.",
    ),
    "digest.index-unprotected": (
        "The package's index is not protected: title and author in it are nobody's word.",
        "Rely on the pages only.",
    ),
    "digest.reference-wrong": (
        "A sealed part was changed after it was sealed.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.reference-missing": (
        "A sealed part is missing.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.entry-damaged": (
        "A sealed part is damaged.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.method-unknown": (
        "The parts are protected by a digest that is not known here.",
        "Have it judged where it was made.",
    ),
    "digest.method-weak": (
        "The parts are protected by a digest that can be forged.",
        "Ask for a file sealed with SM3.",
    ),
    "digest.package-doubtful": (
        "Readers may take different documents from this package.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.names-alike": (
        "Two files of the package have names that some systems take for one.",
        "Ask for the file again.",
    ),
    "digest.unlisted-signature": (
        "The package holds a signature that its list does not name.",
        "Ask whether a seal was taken out.",
    ),
    "digest.seal-on-no-page": (
        "The seal is set on a page that is not in the document.",
        "Ask for the file again.",
    ),
    "digest.seal-file-missing": (
        "The seal that should lie beside the signature is missing.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.seal-file-differs": (
        "The seal beside the signature is not the one that signed.",
        "Do not rely on it; ask for the file again.",
    ),
    "digest.stray-bytes": (
        "Bytes that belong to nothing lie in or around the package.",
        "Nothing to do; the sealed parts are whole.",
    ),
    "digest.range-stated-otherwise": (
        "The signature names another file as its range than the one it signs.",
        "Nothing to do; what it signs was compared.",
    ),
    "digest.method-stated-otherwise": (
        "The package names another way of signing than the signature.",
        "Nothing to do; the signature itself was judged.",
    ),
    "digest.time-stated-otherwise": (
        "The package names another time of signing than the signature.",
        "Go by the time in the signature.",
    ),
    "digest.no-document": (
        "The sealed document is not there to compare with.",
        "Have the document and its signature judged together.",
    ),
    # --- store and keys ---
    "store.in-use": (
        "Another program (process {pid}) holds this counter's data.",
        "Use the window that is open already; close it before starting another.",
    ),
    "store.missing": (
        "There is no counter in this state folder yet.",
        "Set the counter up first, or give the right state folder.",
    ),
    "store.already-there": (
        "There is a store here already; it is left as it is.",
        "Open it, or give an empty state folder.",
    ),
    "store.wrong-key": (
        "The store does not open with this key.",
        "Use the recovery key: python -m app recover.",
    ),
    "store.damaged": (
        "The store is damaged: {found}.",
        "Do not go on writing. Copy the state folder and call the administrator.",
    ),
    "store.newer": (
        "The store was made by a newer program (schema {version}, this one knows {ours}).",
        "Install the newer program.",
    ),
    "store.no-room-to-upgrade": (
        "Bringing the store to this program's schema needs {needed_mb} MB free.",
        "Free some space on the disk and start again.",
    ),
    "store.full": (
        "The disk is full; nothing of this step was kept.",
        "Free some space, then do the step again.",
    ),
    "store.sqlite-too-old": (
        "The SQLite library {version} may damage its log file.",
        "Install the pinned sqlcipher3.",
    ),
    "settings.unreadable": (
        "{file} cannot be read as settings.",
        "Correct it, or move it away to start with the defaults.",
    ),
    "settings.unknown": (
        "{file} holds a setting that does not exist or has another kind of value: {name}.",
        "Correct or remove that line.",
    ),
    "keys.no-keyring": (
        "This system has no keyring to keep the store's key.",
        "Install and start a keyring (gnome-keyring, KWallet), then start again.",
    ),
    "keys.keyring-locked": (
        "The keyring is locked.",
        "Unlock the login keyring, then start again.",
    ),
    "keys.no-default-collection": (
        "The keyring has no default collection.",
        "Make a keyring and set it as the default, then start again.",
    ),
    "keys.keyring-forgets": (
        "The keyring {backend} does not give back what it was given.",
        "Choose another keyring; this one keeps nothing.",
    ),
    "keys.keyring-silent": (
        "The keyring does not answer.",
        "Sign out and in again, or restart the keyring; then start again.",
    ),
    "keys.keyring-failed": (
        "The keyring {backend} failed.",
        "Restart the keyring, then start again.",
    ),
    "keys.keyring-empty": (
        "The keyring {backend} has no entry for this store.",
        "Use the recovery key: python -m app recover. No new key is made.",
    ),
    "keys.keyring-changed": (
        "The store's key is with {old}, but the keyring is now {new}.",
        "Bring {old} back, or use the recovery key: python -m app recover.",
    ),
    "keys.keyring-wrong": (
        "What the keyring {backend} keeps does not open this store.",
        "Use the recovery key: python -m app recover.",
    ),
    "keys.already-there": (
        "A key or a store is here already; an existing store never gets a new key.",
        "Open it, recover it, or give an empty state folder.",
    ),
    "keys.file-missing": (
        "{file} is missing; without it the store cannot be opened.",
        "Put {file} back from the backup of the state folder.",
    ),
    "keys.file-unreadable": (
        "{file} cannot be read.",
        "Put {file} back from the backup of the state folder.",
    ),
    "keys.secret-file-missing": (
        "{file} is missing.",
        "Use the recovery key: python -m app recover.",
    ),
    "keys.recovery-length": (
        "A recovery key has {needed} characters, this has {found}.",
        "Type all six groups.",
    ),
    "keys.recovery-mistyped": (
        "Group {group} of the recovery key is mistyped.",
        "Compare that group with the paper. 0, 1, I, L and O do not occur.",
    ),
    "keys.recovery-wrong": (
        "This recovery key belongs to another store, or was replaced.",
        "Take the newest paper of this counter.",
    ),
    "trail.unreadable": (
        "Line {line} is not a line of a trail.",
        "Get the export again from the counter; compare its head with the shift report.",
    ),
    "trail.edited": (
        "Line {line} was changed after it was written.",
        "Keep the file as it is and tell the person in charge of audit.",
    ),
    "trail.gap": (
        "Before line {line} something is missing or in another order.",
        "Keep the file as it is and tell the person in charge of audit.",
    ),
    # --- services ---
    "sign-in.wrong": (
        "Name or password is wrong; tries left: {tries_left}.",
        "Check the keyboard layout and Caps Lock, then try again.",
    ),
    "sign-in.locked": (
        "Too many wrong passwords; signing in is locked for {minutes} more minutes.",
        "Wait. Restarting the program or setting the clock does not shorten it.",
    ),
    "officer.number": (
        "That is no officer's number.",
        "Give up to {most} letters and digits, a letter or digit first.",
    ),
    "officer.roles": (
        "The roles given are not roles of a person at this counter.",
        "Give at least one of the roles that --help names.",
    ),
    "officer.first": (
        "The first account of a counter must be an administrator's.",
        "Make the administrator's account first; it makes the others.",
    ),
    "officer.last": (
        "This is the last administrator of the counter.",
        "Make another administrator's account first.",
    ),
    "officer.training-only": (
        "Training accounts exist only in a training installation.",
        "Have the administrator make a real account.",
    ),
    "officer.known": (
        "There is an account {officer} already.",
        "Choose another staff number.",
    ),
    "officer.unknown": (
        "There is no account {officer}.",
        "Check the staff number.",
    ),
    "password.length": (
        "A password has {least} to {most} characters.",
        "Choose a longer one; a sentence is easy to remember.",
    ),
    "password.easy": (
        "This password is easy to guess.",
        "Do not use your name or number, nor the same few characters.",
    ),
    "matter.unknown": (
        "The catalogue in force has no matter {asked}.",
        "Search the matter again.",
    ),
    "reason.missing": (
        "A reason is needed, in at most 500 characters.",
        "Write in a few words why.",
    ),
    "case.unknown": (
        "There is no case {number} at this counter.",
        "Check the number.",
    ),
    "case.changed": (
        "The case {number} was changed meanwhile.",
        "Open it again and look at it as it is now.",
    ),
    "draft.unknown": (
        "This is not put aside any more.",
        "Look at the list of what is put aside.",
    ),
    "device.late": (
        "The device has not answered for a while.",
        "Pull it out and plug it in again; until then nothing is read or sealed.",
    ),
    "device.simulated": (
        "Simulated devices and data are for training only.",
        "Use the real device.",
    ),
    "letter.not-valid": (
        "There is no valid letter {number}.",
        "Open the case again to see its letters.",
    ),
    "seal.certificate-bad": (
        "Nobody would accept a seal by this token's certificate ({why}).",
        "Ask the administrator for a token with a valid certificate.",
    ),
    "seal.letter-not-good": (
        "The letter just sealed does not pass our own check ({why}); it was not kept.",
        "Seal again. If it happens again, have the seal and the trusted certificates looked at.",
    ),
    "paper.too-large": (
        "The paper is larger than {megabytes} MB.",
        "Take it in again with a lower resolution.",
    ),
    "paper.not-a-picture": (
        "The file is no JPEG, no PNG and no PDF.",
        "Choose the picture of the paper.",
    ),
    "paper.no-place": (
        "The case has no place for a paper of this kind now.",
        "Choose what the paper is for out of the list.",
    ),
    "paper.too-many": (
        "The case has {most} papers already.",
        "Put several pages into one PDF.",
    ),
    "paper.unknown": (
        "The case has no such paper.",
        "Open the case again.",
    ),
    "print.again": (
        "The letter {number} was given to the printer before.",
        "Use print again, with a reason.",
    ),
    "installation.unmarked": (
        "The store was made, but its set-up broke off.",
        "Set the counter up anew in an empty state folder.",
    ),
    "installation.other-mode": (
        "This counter was set up for another mode.",
        "A training counter never becomes a live one: use a state folder of its own.",
    ),
    "trail.empty": (
        "{file} is empty: no line, nothing to check.",
        "Export the trail again; an export holds at least one line.",
    ),
    "trail.file-unreadable": (
        "{file} cannot be read.",
        "Give the path of a trail export.",
    ),
    # --- the line to the platform (sync) ---
    "sync.unreachable": (
        "The platform does not answer.",
        "Go on working; everything waits here and is sent by itself when the line is back.",
    ),
    "sync.enrol-unreachable": (
        "The platform could not be reached or was busy; this counter is not enrolled.",
        "Check the address and the line, then enrol again; an old code needs a new one.",
    ),
    "sync.busy": (
        "The platform is busy and asks to wait {seconds} s.",
        "Go on working; it is tried again by itself.",
    ),
    "sync.not-a-platform": (
        "What answers at the platform's address is not the platform (status {status}).",
        "Check the address and the gateway with the administrator.",
    ),
    "sync.plain-http": (
        "A platform is reached over https only; plain http is for this machine itself.",
        "Correct the platform's address in the settings.",
    ),
    "sync.ca-file": (
        "The file of the platform's certificate authority cannot be read.",
        "Put the file named in the settings back.",
    ),
    "sync.not-enrolled": (
        "This counter is not enrolled at a platform.",
        "Get a one-time code from the platform's administrator and run `python -m app enrol`.",
    ),
    "sync.code-refused": (
        "The one-time code was not accepted: wrong, used, or older than fifteen minutes.",
        "Ask the platform's administrator for a new code.",
    ),
    "sync.code-form": (
        "A one-time code has twenty digits.",
        "Type the code again as it was given.",
    ),
    "sync.other-mode": (
        "This counter works in {ours} mode, the platform in {theirs} mode.",
        "Enrol at a platform of the same mode.",
    ),
    "sync.revoked": (
        "The platform has revoked this counter's key. Everything recorded is kept.",
        "Tell the administrator; after enrolment with a new code the counter sends again.",
    ),
    "sync.forked": (
        "The platform's record of this counter and its own have parted ({error}).",
        "Do not restore copies of the store. Have the administrator enrol the counter again.",
    ),
    "sync.too-old": (
        "The platform no longer speaks this program's protocol.",
        "Install the current version; everything recorded is kept.",
    ),
    "sync.signature": (
        "The platform does not recognise this counter's signature.",
        "Have the administrator enrol the counter again.",
    ),
    "sync.receipt-missing": (
        "The platform's answer has no receipt for what was sent.",
        "It is sent again by itself; if this stays, tell the administrator.",
    ),
    "sync.receipt-wrong": (
        "The receipt is not signed by the platform this counter was enrolled at.",
        "Check with the administrator that the address leads to the right platform.",
    ),
    "sync.field": (
        "The entry “{field}” is missing or longer than a case may carry.",
        "Correct the entry, then seal.",
    ),
    "sync.parked": (
        "{size} bytes are more than a gateway on the way lets through; others pass it.",
        "It is tried again by itself; the administrator can raise the gateway's limit.",
    ),
    # --- the platform (central) ---
    "central.unmarked": (
        "The database does not say whether it is for training or live.",
        "Run once: python -m app.central migrate --mode training|live --database URL",
    ),
    "central.marked-otherwise": (
        "The database is marked {mode} for good.",
        "Use another, empty database for the other mode.",
    ),
    "central.no-mode": (
        "migrate needs to know what the platform will be.",
        "Add --mode training or --mode live.",
    ),
    "central.schema": (
        "The database has schema {version}; this program knows {ours}.",
        "Use the version of the program that belongs to the database.",
    ),
    "central.database-kind": (
        "This kind of database is not served yet.",
        "Give sqlite:///PATH or a path.",
    ),
    "central.database-folder": (
        "The database's folder is not there.",
        "Make the folder, or correct the path.",
    ),
    "central.database-key": (
        "The file is no database, or its key is another one.",
        "Give the right --key-file.",
    ),
    "central.database-unusable": (
        "The database cannot be used: {why}.",
        "Give this user the right to write it and its folder, or name another one.",
    ),
    "central.plain-live": (
        "A live database is never a plain file.",
        "Name a new database and its key: --key-file FILE with 64 hexadecimal digits.",
    ),
    "central.key-file": (
        "The key file does not hold 64 hexadecimal digits.",
        "Give the right --key-file, or none for a plain file.",
    ),
    "central.port": (
        "Port {port} cannot be listened on.",
        "Stop what uses it, or give another --port; 0 takes a free one.",
    ),
    "central.terminal-name": (
        "A counter's name is its division's six digits, a hyphen and up to eight of A-Z, 0-9.",
        "Give --terminal like 510502-T03.",
    ),
    "central.confirm-what": (
        "confirm-basis needs to know which pack is confirmed and by whom.",
        "Add --pack, --basis and --by.",
    ),
    "central.no-terminal": (
        "No counter {terminal} is enrolled here.",
        "Check the name.",
    ),
    "central.child": (
        "The embedded platform did not start.",
        "Start the program again; if this stays, give the administrator this: {said}",
    ),
    # answers on the wire
    "UNSIGNED": ("The request is not signed.", "Enrol the counter."),
    "NONCE": ("The nonce is missing, used or too old.", "Sign again with the nonce given."),
    "SIGNATURE": ("The signature is not that of an enrolled counter.", "Enrol the counter."),
    "REVOKED": ("The counter's key was revoked.", "Enrol the counter with a new code."),
    "CODE": ("The one-time code was not accepted.", "Ask for a new code."),
    "TERMINAL": ("That is not this counter's name.", "Use the name given at enrolment."),
    "EPOCH": ("The counter was enrolled again since.", "Enrol the counter again."),
    "GAP": ("Earlier operations are missing.", "Send again from the sequence number given."),
    "FORK": ("The counter's chain has another past here.", "Enrol the counter again."),
    "JSON": ("The body is not JSON as both ends read it.", "Send strict JSON."),
    "BODY": ("The content is not a message of this protocol.", "See /openapi.json."),
    "TYPE": ("The platform does not know this kind of operation.", "Update the platform."),
    "QUERY": ("A query parameter is missing or out of bounds.", "See /openapi.json."),
    "RANGE": ("The chunk does not lie inside its blob.", "See /openapi.json."),
    "OFFSET": ("The blob goes on elsewhere.", "Continue at Upload-Offset."),
    "DIGEST": ("The blob's bytes are not those of its digest.", "Send the blob again."),
    "ENCODING": ("Only gzip is unpacked.", "Send gzip or plain."),
    "TOO_LARGE": ("The body is too large.", "Send smaller batches."),
    "PROTOCOL": ("The protocol is too old or too new.", "Use the matching version."),
    "RECORD": (
        "A record of the platform does not fit its program.",
        "Tell the administrator of the platform; its program may be older than its records.",
    ),
    "FULL": (
        "The platform's disk is full; nothing of this request was kept.",
        "Try again after the time given; the administrator must make room on the platform.",
    ),
    "BUSY": ("The database is busy.", "Try again after the time given."),
    "RATE": ("Too many questions in this minute.", "Try again after the time given."),
    "NO_ROUTE": ("There is nothing at this address.", "See /openapi.json."),
    "NO_METHOD": ("This address does not take that method.", "See /openapi.json."),
    "NO_CASE": ("There is no such case in this hall.", "Check the case number."),
    "NO_BLOB": ("There is no such attachment in this hall.", "Send it first."),
    # verdicts on operations
    "VERSION": (
        "The platform has a newer state of this case.",
        "Look at both states and decide which stands.",
    ),
    "ID_REUSE": (
        "An operation of the same name but other content is known: an old copy was restored.",
        "Have the administrator enrol the counter again.",
    ),
    "EARLIER": ("An earlier operation on the same case is not through.", "Settle that one first."),
    "BLOB": ("The attachment has not arrived whole.", "It is sent by itself."),
    "CATALOGUE": (
        "The platform does not know this case's catalogue yet.",
        "It is asked again by itself; the administrator can update the platform.",
    ),
    "WITHHELD": (
        "It is larger than a gateway on the way lets through.",
        "It is tried again by itself; the administrator can raise the gateway's limit.",
    ),
    "platform.number": (
        "The number does not belong to this counter.",
        "Give numbers at their own counter only.",
    ),
    "platform.number-used": (
        "The number is used already.",
        "Tell the administrator; a number is given once.",
    ),
    "platform.training-on-live": (
        "Training and live do not mix: the platform is {mode}.",
        "Use real devices and a live counter for real cases.",
    ),
    "platform.pack": (
        "The platform does not know the pack {pack}.",
        "Update the older of the two, counter or platform; then open the case anew.",
    ),
    "platform.catalogue": (
        "The platform does not know the catalogue {version}.",
        "Update the older of the two, counter or platform; then open the case anew.",
    ),
    "platform.way": (
        "The way is not one the catalogue allows for this proof.",
        "Open a new case with the current catalogue.",
    ),
    "platform.proof-twice": ("A proof is listed twice.", "Open the case anew."),
    "platform.proofs": (
        "The proofs are not those of the matter.",
        "Open a new case with the current catalogue.",
    ),
    "platform.matter": (
        "The catalogue has no such matter or situation.",
        "Open a new case with the current catalogue.",
    ),
    "platform.categories": (
        "The verify-first categories are not those of the matter.",
        "Open a new case with the current catalogue.",
    ),
    "platform.commitment-refused": (
        "The applicant refused to commit, yet a commitment is recorded.",
        "Take the next way for the proof.",
    ),
    "platform.follow-ups": (
        "Approved on commitment, but the checks that must follow are not opened.",
        "Open the case anew.",
    ),
    "platform.letter-bytes": (
        "The letter's bytes are not among the attachments.",
        "Tell the administrator.",
    ),
    "platform.no-such-case": ("The platform has no such case.", "Check the case number."),
    "platform.no-such-letter": ("The case has no such letter.", "Check the letter number."),
    "platform.letter-void-already": ("The letter is void already.", "Nothing more to do."),
    # --- set-up ---
    "pyside.aborts": (
        "PySide6 {version} aborts Python {python} after some hundred signals.",
        "Set up again with the pinned requirements: ./run",
    ),
}


def explain(code: str) -> tuple[str, str]:
    """Sentence and remedy of a code; an unknown code is a bug and says so."""
    return PROBLEMS.get(code, ("Unexpected trouble: {code}", "Tell the administrator the code."))


def told(code: str, facts: Mapping[str, str | int]) -> tuple[str, str]:
    """Sentence and remedy with their {facts}; a fact that is missing stays as it is written."""
    sentence, remedy = explain(code)
    for name, value in {"code": code, **facts}.items():
        sentence = sentence.replace("{" + name + "}", str(value))
        remedy = remedy.replace("{" + name + "}", str(value))
    return sentence, remedy
