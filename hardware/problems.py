"""What each device code means and what to do next; English keys, the window translates them."""

# code: (sentence with {facts}, remedy)
PROBLEMS: dict[str, tuple[str, str]] = {
    # --- resident card reader ---
    "id-reader.not-set": (
        "No card reader is set up at this counter.",
        "Choose the reader on the devices page.",
    ),
    "id-reader.silent": (
        "The card reader does not answer.",
        "Check its cable and power, then try again; if it stays silent, choose another line.",
    ),
    "id-reader.truncated": (
        "The card reader stopped in the middle of its answer.",
        "Lift the card, put it on again and read once more.",
    ),
    "id-reader.noise": (
        "What comes over the reader's line is not a card reader's language.",
        "Check that the line is the card reader's and not another device's.",
    ),
    "id-reader.bad-checksum": (
        "The card reader's answer was damaged on the way.",
        "Lift the card, put it on again and read once more; check the cable if it happens again.",
    ),
    "id-reader.sam-id-length": (
        "The card reader gave a number of the wrong length for itself.",
        "The card can still be read; tell the administrator.",
    ),
    "id-reader.host-checksum": (
        "The card reader received a damaged question (status {status}).",
        "Try again; check the cable if it happens again.",
    ),
    "id-reader.host-length": (
        "The card reader received a question of the wrong length (status {status}).",
        "Try again; check the cable if it happens again.",
    ),
    "id-reader.bad-command": (
        "The card reader does not know the command (status {status}).",
        "This model may not be able to do it; tell the administrator.",
    ),
    "id-reader.not-permitted": (
        "The card reader does not permit this (status {status}).",
        "Tell the administrator; the reader may need to be set up anew.",
    ),
    "id-reader.unrecognised": (
        "The card reader reports an error it cannot name (status {status}).",
        "Unplug the reader, plug it in again and try once more.",
    ),
    "id-reader.self-test-failed": (
        "The security module in the card reader failed its own test (status {status}).",
        "Unplug the reader and plug it in again; if it stays so, have it repaired.",
    ),
    "id-reader.not-authorised": (
        "The security module in the card reader is not authorised (status {status}).",
        "The reader's maker must authorise it; use another reader until then.",
    ),
    "id-reader.unexpected-status": (
        "The card reader gave an answer that belongs to another question (status {status}).",
        "Try again.",
    ),
    "id-reader.unknown-status": (
        "The card reader reports something unknown (status {status}).",
        "Try again; tell the administrator the status if it happens again.",
    ),
    "id-reader.port-not-open": (
        "The maker's library could not open the card reader's port (status {status}).",
        "Check the cable, and that no other program holds the reader; then try again.",
    ),
    "id-reader.port-by-number": (
        "The maker's library takes the number of a port, not the path of a line.",
        "Give 1 to 16 for a serial port, 1001 to 1016 for USB, or no port: it is found then.",
    ),
    "id-reader.receive-timeout": (
        "The maker's library waited in vain for the card reader's answer (status {status}).",
        "Check the reader's cable and power, then read once more.",
    ),
    "id-reader.transfer-error": (
        "The maker's library reports an error on the way to the card reader (status {status}).",
        "Plug the reader out and in, then read once more.",
    ),
    "id-reader.short-answer": (
        "The card reader's answer came incomplete to the maker's library (status {status}).",
        "Lift the card, put it on again and read once more.",
    ),
    "id-reader.port-unusable": (
        "The maker's library cannot use the card reader's port (status {status}).",
        "Plug the reader out and in; if it stays so, have the reader's driver installed.",
    ),
    "id-reader.file-not-open": (
        "The maker's library could not open a file of its own (status {status}).",
        "Have the maker's files installed completely, beside the library.",
    ),
    "id-reader.no-such-profile": (
        "There is no profile {name} for this reader.",
        "Known ones: {names}.",
    ),
    "id-reader.carrier-refused": (
        "The reader does not carry frames as profile {profile} says (status {status}).",
        "Choose another profile, as the reader's maker describes it.",
    ),
    "id-reader.no-fingerprints": (
        "Fingerprints cannot be read this way.",
        "Read without them, or over the reader's serial line.",
    ),
    # --- resident card ---
    "card.none": ("No card is on the reader.", "Put the card on the reader."),
    "card.not-lifted": (
        "The card on the reader was read already.",
        "Lift the card and put it on again.",
    ),
    "card.rejected-reader": (
        "The card does not accept this reader (status {status}).",
        "Put the card on again; if it is refused again, try another reader.",
    ),
    "card.rejected-by-reader": (
        "The reader does not accept the card (status {status}).",
        "Put the card on again; if it is refused again, the card may be damaged or not genuine.",
    ),
    "card.check-failed": (
        "The check of what the card holds failed (status {status}).",
        "Put the card on again; if it fails again, do not use its data.",
    ),
    "card.fingerprint-check-failed": (
        "The check of the card's fingerprints failed (status {status}).",
        "Put the card on again.",
    ),
    "card.length-error": (
        "What the card holds has the wrong length (status {status}).",
        "Put the card on again; if it fails again, the card is damaged.",
    ),
    "card.wrong-type": (
        "This is not a kind of card the reader can read (status {status}).",
        "Put a resident identity card or residence permit on the reader.",
    ),
    "card.read-failed": (
        "The card was moved or lifted while it was being read (status {status}).",
        "Lift the card, put it on again and leave it until it has been read.",
    ),
    "card.challenge-failed": (
        "The card did not take part in the check (status {status}).",
        "Lift the card, put it on again and leave it until it has been read.",
    ),
    "card.select-failed": (
        "The card could not be selected (status {status}).",
        "Lift everything from the reader, then put this one card on it.",
    ),
    "card.several": (
        "Several cards seem to lie on the reader (status {status}).",
        "Lift all cards from the reader, then put one on it.",
    ),
    "card.foreign": (
        "The card in {reader} is neither an identity card that this reader gives out "
        "nor a social security card (its answer to reset is {atr}).",
        "Take it out and put the applicant's identity card or social security card in.",
    ),
    "card.needs-key": (
        "This card gives out its data only with a PIN or a key of the security module "
        "(status {status}); none was tried.",
        "Ask for another document, or take the data in by hand.",
    ),
    "card.blocked": (
        "The card or its application is blocked (status {status}).",
        "Ask for another document; the card's issuer can say why.",
    ),
    "card.no-such-file": (
        "The card does not have the file its data should lie in (status {status}).",
        "Put the card on again; if it stays so, ask for another document.",
    ),
    "card.refused": (
        "The card refused a command (status {status}).",
        "Put the card on again; if it stays so, tell the administrator the status.",
    ),
    "card.record-garbled": (
        "What the card holds under {tag} cannot be taken apart.",
        "Put the card on again; if it stays so, ask for another document.",
    ),
    "card.no-such-item": (
        "The card does not hold this (status {status}).",
        "Go on without it.",
    ),
    "card.text-length": (
        "The card's text has {length} bytes instead of 256.",
        "Lift the card, put it on again and read once more.",
    ),
    "card.blank": (
        "The card holds no text.",
        "Lay the card on again; if it stays so, type the document in and have the card looked at.",
    ),
    "card.lengths-disagree": (
        "The lengths in the card reader's answer do not fit its content.",
        "Lift the card, put it on again and read once more.",
    ),
    "card.unknown-document": (
        "This is a kind of document the program does not know ({letter}).",
        "Tell the administrator the letter.",
    ),
    # --- commands ---
    "command.interrupted": (
        "The command was broken off before it was done.",
        "Start it again.",
    ),
    "output.lost": (
        "The answer could not be written out.",
        "Let something read it to the end, or write it where there is room.",
    ),
    "place.unusable": (
        "The system does not allow this: {why}.",
        "Name a file or line that this user may read and write.",
    ),
    # --- lines ---
    "port.out-of-time": (
        "The time given ran out before the device had said everything.",
        "Try again, or give more time with --timeout.",
    ),
    "port.absent": (
        "No device is plugged in at {port}.",
        "Plug the device in, or choose its line on the devices page.",
    ),
    "port.gone": (
        "The device was unplugged.",
        "Plug it in again; the program goes on by itself.",
    ),
    "port.forbidden": (
        "This user may not open {port}.",
        "The administrator must allow it (on Linux: the group dialout).",
    ),
    "port.busy": (
        "Another program holds {port}.",
        "Close the other program, then try again.",
    ),
    "port.unusable": (
        "The line {port} cannot be used.",
        "Choose another line on the devices page.",
    ),
    "port.stuck": (
        "The line {port} takes no more data.",
        "Unplug the device, plug it in again and try once more.",
    ),
    # --- simulated devices ---
    "simulator.no-person": (
        "There is no person {person}.",
        "Name a person that ships with the program, or a TOML file.",
    ),
    "simulator.bad-person": (
        "The file {person} holds no usable person: {reason}.",
        "Correct the file.",
    ),
    "simulator.no-fault": (
        "There is no fault {fault}.",
        "Known ones: {known}.",
    ),
    "simulator.no-vpcd": (
        "No virtual card reader listens on port {port}.",
        "Start pcscd with vsmartcard's vpcd, or give its port with --port.",
    ),
    "simulator.no-social-card": (
        "This person has no social security card.",
        "Name a person whose file has a table social_security.",
    ),
    "simulator.no-knob": (
        "{knob} is nothing that can be set.",
        "Give seconds or a status, then @ and the command's first bytes: 0.5@3001, 41@3001.",
    ),
    "simulator.no-such-knob": (
        "{knob} in the file of knobs is nothing that this device has, or of another kind.",
        "See the options of simulate with --help; a key is an option without its dashes.",
    ),
    "simulator.knobs-unreadable": (
        "The file of knobs {file} cannot be read.",
        "Give a text file in TOML.",
    ),
    "simulator.no-such-word": (
        "The simulated device does not understand {word}.",
        "Say put, take, fault or quit.",
    ),
    "simulator.link-taken": (
        "Something that is not a link stands at {link}.",
        "Choose another path for --link.",
    ),
    # --- seal token ---
    "token.silent": (
        "The seal token does not answer.",
        "Plug the token out and in, then try again; check that the line is the token's.",
    ),
    "token.cut": (
        "The seal token stopped in the middle of its answer; nothing was sealed.",
        "Plug the token out and in, then seal again.",
    ),
    "token.garbled": (
        "What comes over the token's line is not a seal token's language; nothing was sealed.",
        "Check that the line is the token's, then seal again.",
    ),
    "token.checksum": (
        "The token reader's answer was damaged on the way; nothing was sealed.",
        "Seal again; check the cable if it happens again.",
    ),
    "token.out-of-step": (
        "The token reader answered another question than was asked; nothing was sealed.",
        "Seal again; plug the reader out and in if it happens again.",
    ),
    "token.reader-nak": (
        "The token reader did not understand the command; nothing was sealed.",
        "Check the cable, plug the reader out and in, then seal again.",
    ),
    "token.reader-error": (
        "The token reader reports error {status}; nothing was sealed.",
        "Plug the reader and the token out and in, then seal again.",
    ),
    "token.absent": (
        "No seal token is plugged in, or it was pulled out; nothing was sealed.",
        "Plug the seal token in, then seal again.",
    ),
    "token.mute": (
        "The token in the reader does not answer.",
        "Plug the token in the right way round and try again.",
    ),
    "token.wrong-pin": (
        "The PIN is wrong; PIN tries left: {tries_left}.",
        "Type the PIN again with care; at none left only the issuer can unlock the token.",
    ),
    "token.locked": (
        "The seal token is locked: no PIN tries are left.",
        "Only the issuer of the token can unlock it.",
    ),
    "token.last-try": (
        "Only one PIN try is left on the seal token; it was not used.",
        "Make sure of the PIN, then insist; a wrong one locks the token.",
    ),
    "token.pin-text": (
        "The PIN is not UTF-8 text; it was not sent and no try was used.",
        "Give the PIN as one line of UTF-8 text.",
    ),
    "token.no-such-container": (
        "The token has no container {name}; it has: {names}.",
        "Give one of these with --container, or none.",
    ),
    "token.no-such-profile": (
        "There is no token profile {name}; there are: {names}.",
        "Give one of these with --profile, or none.",
    ),
    "token.other-serial": (
        "The token that is plugged in is {serial}, not {wanted}; no PIN was sent.",
        "Plug in the token {wanted}.",
    ),
    "token.no-pin": ("No PIN was typed.", "Type the seal token's PIN."),
    "token.digest": (
        "The digest must be 64 hexadecimal digits.",
        "Give the finished SM3 value that is to be signed.",
    ),
    "token.device-error": (
        "The seal token reports a fault of its own ({status}); this says nothing about the PIN.",
        "Plug the token out and in and try again; if it stays, turn to the issuer.",
    ),
    "token.refused": (
        "The seal token refused a command ({status}).",
        "Try again; if it stays, tell the administrator the token's make and this number.",
    ),
    "token.not-logged-in": (
        "The seal token says that nobody is logged in; nothing was sealed.",
        "Seal again with the PIN.",
    ),
    "token.not-found": (
        "The seal token does not have what was asked for ({status}).",
        "Check that it is the right token and container.",
    ),
    "token.wrong-length": (
        "The seal token did not take a command's length ({status}).",
        "Tell the administrator the token's make; it may need another profile.",
    ),
    "token.wrong-data": (
        "The seal token did not take a command's data ({status}).",
        "Tell the administrator the token's make; it may need another profile.",
    ),
    "token.wrong-parameter": (
        "The seal token did not take a command's parameters ({status}).",
        "Tell the administrator the token's make; it may need another profile.",
    ),
    "token.unknown-command": (
        "The seal token does not know a command ({status}).",
        "Tell the administrator the token's make; it may need another profile.",
    ),
    "token.unknown-class": (
        "What is plugged in is not a seal token of this kind ({status}).",
        "Plug in the seal token.",
    ),
    "token.certificate": (
        "The certificate on the seal token cannot be read.",
        "Turn to the issuer of the token.",
    ),
    "token.no-certificate": (
        "No certificate for sealing is on the token.",
        "Plug in the seal token; if it is the right one, turn to its issuer.",
    ),
    "token.expired": (
        "The certificate on the seal token ran out on {date}.",
        "Have the certificate renewed by its issuer.",
    ),
    "token.not-yet-valid": (
        "The certificate on the seal token is valid only from {date}.",
        "Check this computer's date, or wait for that day.",
    ),
    "token.several-containers": (
        "Several seals on this token are valid: {names}.",
        "Name the one to seal with.",
    ),
    "token.changed": (
        "Another token or certificate ({serial}) is plugged in than the one shown before.",
        "Look at the token shown now, then seal again.",
    ),
    "token.signature-shape": (
        "The seal token's signature has not the right length; nothing was sealed.",
        "Seal again; if it happens again, turn to the issuer.",
    ),
    "token.signature-wrong": (
        "The seal token's signature does not fit its certificate; nothing was sealed.",
        "Do not use this token; turn to its issuer.",
    ),
    "token.interrupted": (
        "Sealing was broken off; nothing was sealed.",
        "Nobody is logged in at the token; seal again when all is ready.",
    ),
    "token.library-hung": (
        "The seal token's library {file} did not come back within {seconds} seconds and was ended; "
        "nothing was sealed.",
        "Plug the token out and in, then seal again.",
    ),
    "token.library-crashed": (
        "The seal token's library {file} crashed ({how}); nothing was sealed.",
        "Plug the token out and in, then seal again; "
        "if it happens again, ask the maker for a newer library.",
    ),
    "token.left-logged-in": (
        "The seal token could not be logged out.",
        "Pull the token out now, so that nobody else can seal with it.",
    ),
    "token.no-reset": (
        "A token on this line cannot be reset.",
        "Pull the token out and plug it in again.",
    ),
    # --- traces ---
    "trace.unreadable": (
        "Line {line} is not a trace's.",
        "Give a file that hardware record has written.",
    ),
    "trace.too-long": (
        "The trace is longer than a trace may be (line {line}).",
        "Give a file that hardware record has written.",
    ),
    "trace.cut-short": (
        "The trace ends before it says how it ended.",
        "Record it again.",
    ),
    "trace.other-outcome": (
        "Recorded was {recorded}, the driver now ends with {found}.",
        "Look at what was changed in the driver since.",
    ),
    # --- smart card service and its readers ---
    "pcsc.no-service": (
        "The smart card service is not running.",
        "Have the service (pcscd) started; the program goes on by itself.",
    ),
    "pcsc.forbidden": (
        "This user may not use the smart card service or its reader.",
        "The administrator must allow it (on Linux: polkit's rule for pcscd); "
        "the program goes on by itself.",
    ),
    "pcsc.no-reader": (
        "The card reader is not plugged in.",
        "Plug the reader in; the program goes on by itself.",
    ),
    "pcsc.no-such-reader": (
        "The card service has no reader {name}; it has: {names}.",
        "Give one of these names, or how it begins, or plug the reader in.",
    ),
    "pcsc.several-readers": (
        "The names of several readers begin with {name}: {names}.",
        "Give more of the name of the one that is meant.",
    ),
    "pcsc.no-card": (
        "No card or token is in the card reader.",
        "Put it in, then try again.",
    ),
    "pcsc.mute": (
        "What is in the card reader does not answer.",
        "Put it in the right way round and try again.",
    ),
    "pcsc.in-use": (
        "Another program is using what is in the card reader.",
        "Close the other program, then try again.",
    ),
    "pcsc.reader-error": (
        "The card reader reports error {status}.",
        "Plug the reader out and in, then try again.",
    ),
    "pcsc.silent": (
        "What is in the card reader stopped answering.",
        "Take it out, put it in again and try once more.",
    ),
    "pcsc.garbled": (
        "What comes from the card reader is not a card's language.",
        "Check that the right card or token is in the reader, then try again.",
    ),
    # --- a seal token's own library (SKF) ---
    "skf.failed": (
        "The seal token's library reports a failure it does not explain ({status}).",
        "Plug the token out and in and try again; if it stays, turn to the issuer.",
    ),
    "skf.not-supported": (
        "The seal token's library cannot do this ({status}, {function}).",
        "Tell the administrator; the maker may have a newer library.",
    ),
    "skf.bad-call": (
        "The seal token's library did not take a call ({status}, {function}).",
        "Tell the administrator the token's make and these two words.",
    ),
    "skf.wrong-key": (
        "The key on the seal token is of another kind ({status}); nothing was sealed.",
        "Choose the container with the SM2 key for sealing.",
    ),
    "skf.no-memory": (
        "The seal token's library is out of memory ({status}); nothing was sealed.",
        "Close other programs, then seal again.",
    ),
    "skf.timeout": (
        "The seal token did not answer its library in time ({status}); nothing was sealed.",
        "Plug the token out and in, then seal again; press its button when it blinks.",
    ),
    "skf.no-key": (
        "The seal token has no such key ({status}); nothing was sealed.",
        "Check that it is the right token and container.",
    ),
    "skf.too-long": (
        "The seal token has more to say than the program takes ({status}, {function}).",
        "Tell the administrator the token's make.",
    ),
    "skf.wrong-pin": (
        "The PIN is wrong; the seal token does not say how many tries are left.",
        "Make sure of the PIN before typing it again; too many wrong ones lock the token.",
    ),
    "skf.pin-invalid": (
        "The seal token does not take this PIN ({status}).",
        "Type the PIN with care; a new token may want its PIN changed first.",
    ),
    "skf.pin-length": (
        "The PIN is too short or too long for the seal token ({status}).",
        "Type the whole PIN, nothing before or after it.",
    ),
    "skf.logged-in-already": (
        "Somebody is logged in at the seal token already ({status}); nothing was sealed.",
        "Close other programs that use the token, plug it out and in, then seal again.",
    ),
    "skf.pin-not-set": (
        "The seal token has no PIN yet ({status}).",
        "Have its issuer set it up.",
    ),
    "skf.no-application": (
        "The seal token does not have the part for sealing ({status}).",
        "Check that it is the right token; the name of its part may belong into its profile.",
    ),
    "skf.no-file": (
        "The seal token does not have this file ({status}).",
        "Go on without it.",
    ),
    "skf.full": (
        "The seal token is full ({status}).",
        "Turn to the issuer of the token.",
    ),
    "skf.refused": (
        "The seal token's library refused ({status}, {function}); nothing was sealed.",
        "Try again; if it stays, tell the administrator the token's make and these two words.",
    ),
    "token.several-tokens": (
        "Several seal tokens are plugged in: {names}.",
        "Name the one to seal with by --serial, or leave only that one in.",
    ),
    "simulator.key-unreadable": (
        "The simulated token's key file cannot be read.",
        "Give a file with 64 hexadecimal digits, or an SM2 key in PEM or DER without password.",
    ),
    "simulator.pin-unreadable": (
        "The simulated token's PIN file cannot be read.",
        "Give a text file with the PIN as its first line.",
    ),
    "simulator.certificate-unreadable": (
        "The simulated token's certificate file cannot be read.",
        "Give a certificate file in DER or PEM.",
    ),
    "card.text-incomplete": (
        "The maker's library told only a part of the card's text.",
        "Lift the card, put it on again and read once more; if it stays so, type the document in.",
    ),
    "card.text-damaged": (
        "A character of the card's text cannot be read.",
        "Type this document in by hand; "
        "if a maker's library reads the card, ask for one that gives the raw text.",
    ),
    # --- the card's photo ---
    "photo.not-a-picture": (
        "What the photo decoder gave is not a picture of a card.",
        "Go on without the photo; ask the maker for a newer decoder.",
    ),
    "photo.wrong-length": (
        "The card's photo has {length} bytes instead of 1024.",
        "Go on without the photo.",
    ),
    "photo.not-licensed": (
        "The photo decoder has no licence for this reader.",
        "Go on without the photo; have the maker's licence file put beside the decoder.",
    ),
    "photo.no-reader": (
        "The photo decoder did not find the card reader, which it must ask.",
        "Go on without the photo; check that reader and decoder are of one make.",
    ),
    "photo.undecodable": (
        "The photo decoder could not decode the card's photo ({status}).",
        "Go on without the photo.",
    ),
    # --- a maker's library in a process of its own ---
    "library.absent": (
        "The maker's library {file} is not where the settings say.",
        "Install the maker's software, or name the right file in the settings.",
    ),
    "library.unloadable": (
        "The maker's library {file} cannot be loaded ({why}).",
        "Have the maker's software installed completely, all its parts in one folder.",
    ),
    "library.wrong-bits": (
        "The maker's library {file} is made for {bits} bits, this program for {ours}.",
        "Ask the maker for the {ours}-bit one, or name a {bits}-bit Python as helper.",
    ),
    "library.wrong-machine": (
        "The maker's library {file} is made for another kind of computer.",
        "Ask the maker for the one made for this computer's processor and system.",
    ),
    "library.no-helper": (
        "The program {file}, which was to run the maker's library, cannot be started.",
        "Name a Python of 3.8 or later as helper in the settings.",
    ),
    "library.not-known": (
        "The file {file} is a library, but none of the kinds this program knows.",
        "Name the library of the device's maker; the administrator's page lists the kinds.",
    ),
    "library.not-of-profile": (
        "The maker's library {file} is not of the kind {name}.",
        "Leave the profile out, it is found then, or give another one: {names}.",
    ),
    "library.damaged": (
        "The maker's library {file} is damaged: a part of the file is missing.",
        "Have the maker's software installed anew.",
    ),
    "library.hung": (
        "The maker's library {file} did not come back within {seconds} seconds and was ended.",
        "Try again; if it happens again, plug the device out and in.",
    ),
    "library.crashed": (
        "The maker's library {file} crashed ({how}).",
        "Try again, it starts anew; if it happens again, ask the maker for a newer one.",
    ),
    "library.garbled": (
        "The maker's library {file} gave an answer that makes no sense.",
        "Try again; if it happens again, ask the maker for a newer one.",
    ),
    "simulator.strokes-unreadable": (
        "The simulated pad's file holds no strokes.",
        "Give a file like the sample beside the simulated devices.",
    ),
    # --- printer ---
    "printer.none": (
        "No printer is set up on this computer.",
        "Set a printer up in the system's settings; the letter waits.",
    ),
    "printer.no-service": (
        "The print service does not answer.",
        "Start CUPS, then print again; the letter waits.",
    ),
    "printer.not-found": (
        "The printer {name} is not known to the print service.",
        "Choose another printer; the letter waits.",
    ),
    "printer.several": (
        "Several printers are set up and none is the default: {names}.",
        "Choose one as the default; the letter waits.",
    ),
    "printer.refused": (
        "The print service refused the letter ({status}).",
        "Look at the printer's page in the system's settings; the letter waits.",
    ),
    "printer.unconfirmed": (
        "The print service did not confirm the letter: it may be printed or not.",
        "Look at the printer before printing again, so that nothing comes out twice.",
    ),
    "printer.garbled": (
        "The print service gave an answer that makes no sense.",
        "Check that CUPS is the print service at this address.",
    ),
    "printer.no-a4": (
        "The printer {name} has no A4 paper.",
        "Choose A4 for it in the system's settings, or another printer; the letter waits.",
    ),
    "printer.paused": (
        "Printing is paused at the printer.",
        "Let it go on at the printer or in the system's settings; the letter waits there.",
    ),
    "printer.not-accepting": (
        "The printer takes no letters now.",
        "Let it accept jobs again in the system's settings.",
    ),
    "printer.offline": (
        "The printer cannot be reached.",
        "Switch it on and look at its cable; the letter waits in the queue.",
    ),
    "printer.media-jam": (
        "Paper is jammed in the printer.",
        "Take the jammed sheet out; then look whether every page came.",
    ),
    "printer.cover-open": (
        "A cover or door of the printer is open.",
        "Close it; printing goes on by itself.",
    ),
    "printer.media-empty": (
        "The printer is out of paper.",
        "Put A4 paper in; printing goes on by itself.",
    ),
    "printer.tray-missing": (
        "A tray of the printer is not in its place.",
        "Push the tray in; printing goes on by itself.",
    ),
    "printer.output-full": (
        "The printer's output tray is full.",
        "Take the sheets out; printing goes on by itself.",
    ),
    "printer.toner-empty": (
        "The printer is out of toner or ink.",
        "Change the cartridge; a pale letter is printed again with the reason.",
    ),
    "printer.waste-full": (
        "The printer's waste box is full.",
        "Change the waste box, or call whoever looks after the printer.",
    ),
    "printer.service-due": (
        "The printer itself needs service.",
        "Call whoever looks after the printer; use another one meanwhile.",
    ),
    "printer.no-driver": (
        "The print service lacks a part that this printer needs.",
        "Have the printer set up anew in the system's settings.",
    ),
    "printer.spool-full": (
        "The print service has no room for more letters.",
        "Cancel what nobody needs in its queue, or call the administrator.",
    ),
    "printer.media-low": (
        "The printer will soon be out of paper.",
        "Put A4 paper in before the next letter.",
    ),
    "printer.toner-low": (
        "The printer will soon be out of toner or ink.",
        "Have a new cartridge ready.",
    ),
    "printer.nearly-full": (
        "A tray or box of the printer is nearly full.",
        "Empty it when there is time.",
    ),
    "printer.other": (
        "The printer reports trouble that is not known here.",
        "Look at the printer's own display.",
    ),
    "printer.job-held": (
        "The letter is held in the print queue.",
        "Release it there; it is not sent again by itself.",
    ),
    "printer.job-cancelled": (
        "The letter was cancelled in the print queue.",
        "Look at the printer how much came out; then print again with the reason.",
    ),
    "printer.job-failed": (
        "The printer gave the letter up.",
        "Look at the printer how much came out; then print again with the reason.",
    ),
    "printer.job-unknown": (
        "The print service does not know this letter any more.",
        "Look at the printer whether it came out, and say so here.",
    ),
    # --- document camera ---
    "camera.not-set": (
        "No document camera is set up at this counter.",
        "Choose a file instead, or have the camera's folder entered in the settings.",
    ),
    "camera.no-folder": (
        "The folder of the document camera cannot be read.",
        "Start the camera's own program; choose a file meanwhile.",
    ),
    "camera.too-large": (
        "A picture of the document camera is larger than 20 MB and was left where it is.",
        "Take it again with a lower resolution.",
    ),
    "camera.not-a-picture": (
        "A file in the document camera's folder is no JPEG, PNG or PDF and was left where it is.",
        "Have the camera save pictures as JPEG, PNG or PDF.",
    ),
    "camera.half-written": (
        "A picture of the document camera was not written to its end and was left where it is.",
        "Take the picture again.",
    ),
}


def explain(code: str) -> tuple[str, str]:
    """Sentence and remedy of a code; an unknown code is a bug and says so."""
    return PROBLEMS.get(code, ("Unexpected device trouble: {code}", "Tell the administrator."))
