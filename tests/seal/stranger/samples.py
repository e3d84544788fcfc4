"""Every oddity the facts name, one sample each, with the verdict its bytes deserve.

Written from shared facts (sections 1, 2, 8a), not from what the verifier does.
"""

from datetime import timedelta

from tests.seal.stranger import carriers, pdf
from tests.seal.stranger.asn1 import (
    bits,
    explicit,
    generalized,
    ia5,
    octets,
    seq,
    tlv,
    utc,
)
from tests.seal.stranger.people import (
    AUTHORITY,
    CHINESE_MAIL,
    DAY,
    FALSE_CONSTRAINTS,
    ISSUING,
    NOW,
    NULL,
    SIGNING,
    Hall,
    born,
    certified,
    extension,
    names_key,
    sm3,
    usage,
    z,
)
from tests.seal.stranger.sample import BAD, GOOD, UNSURE, Plain, Sample
from tests.seal.stranger.seals import Recipe

CRITICAL = extension("1.2.156.99.1", b"\5\0", critical=True)
HARMLESS = extension("1.2.156.99.1", b"\5\0")
GENERATIONS = (1, 4, 5)


def samples(hall: Hall) -> list[Sample]:
    """All of them, with this hall's keys."""
    plain = {generation: Recipe(hall, generation) for generation in GENERATIONS}
    return [
        *_spelt(hall, plain),
        *_people(hall, plain),
        *_wrong(hall, plain),
        *_first(hall, plain[1]),
        *_stamped(plain),
        *carriers.bare(plain),
        *carriers.signed_data(hall),
        *carriers.pdfs(plain[4]),
        *carriers.packages(plain),
    ]


def _in_pdf(
    name: str, verdict: str, step: str | None, recipe: Recipe, *, trusted: bool = True
) -> Sample:
    letter = pdf.signed(pdf.plain(), recipe.signature)
    return Sample(name, verdict, step, letter, trusted)


def _spelt(hall: Hall, plain: Plain) -> list[Sample]:
    """Odd ways of writing that change nothing."""
    signer = hall.signer.certificate
    digest = seq(tlv(0x13, b"SM3"), octets(sm3(signer)))
    digest_z = seq(tlv(0x13, b"SM3"), octets(sm3(z(hall.signer) + signer)))
    by_oid = seq(tlv(0x13, b"1.2.156.10197.1.401"), octets(sm3(signer)))
    alone = seq(HARMLESS)
    changes: dict[str, dict[str, object]] = {
        "plain": {},
        "long lengths": {"wide": 4},
        "longer lengths than any number needs": {"wide": 8},
        "raw signatures": {"signs": hall.signer.raw, "seal_signs": hall.maker.raw},
        "strings as UTF8String": {"text": lambda text: tlv(0x0C, text.encode())},
        "strings as PrintableString": {"text": lambda text: tlv(0x13, text.encode())},
        "dates as GeneralizedTime": {"date": generalized},
        "dates as UTCTime": {"date": utc},
        "dates without zone": {"date": lambda at: generalized(at, "%Y%m%d%H%M%S")},
        "dates with fractions": {"date": lambda at: generalized(at, "%Y%m%d%H%M%S.25Z")},
        "dates with an offset": {"date": lambda at: generalized(at, "%Y%m%d%H%M%S+0000")},
        "extDatas bare": {"seal_extra": alone},
        "extDatas in [0]": {"seal_extra": explicit(0, alone)},
        "extDatas in an OCTET STRING": {"seal_extra": octets(alone)},
        "document digest with Z": {"z": z(hall.signer)},
    }
    later: dict[str, dict[str, object]] = {
        "listed by digest": {"list_kind": 2, "listed": (digest,)},
        "listed by digest with Z": {"list_kind": 2, "listed": (digest_z,)},
        "listed by digest under its identifier": {"list_kind": 2, "listed": (by_oid,)},
        "signature's extDatas in [0]": {"extra": explicit(0, alone)},
        "seal dates out to the year 9999": {"until": NOW.replace(year=9999)},
    }
    return [
        _in_pdf(f"v{generation} {name}", GOOD, None, plain[generation].but(**facts))
        for generation in GENERATIONS
        for name, facts in (changes | (later if generation > 1 else {})).items()
    ]


def _people(hall: Hall, plain: Plain) -> list[Sample]:
    """Certificates with oddities, and those that do not serve."""
    signing = usage(SIGNING)
    odd = {
        "explicit FALSE in BasicConstraints": {"extensions": (signing, FALSE_CONSTRAINTS)},
        "UTF-8 inside an IA5 mail": {"extensions": (signing, CHINESE_MAIL)},
        "AlgorithmIdentifier with NULL": {"parameters": NULL},
    }
    made = []
    for generation, recipe in plain.items():
        for name, facts in odd.items():
            facts = dict(facts)
            extensions = facts.pop("extensions", (signing,))
            signer, maker = (
                certified(born(who), hall.root, *extensions, **facts) for who in ("S", "M")
            )
            changed = recipe.but(signer=signer, maker=maker)
            made.append(_in_pdf(f"v{generation} certificates: {name}", GOOD, None, changed))
        for name, verdict, step, changed in _not_serving(hall, recipe):
            made.append(_in_pdf(f"v{generation} {name}", verdict, step, changed))
    return made


def _not_serving(hall: Hall, recipe: Recipe) -> list[tuple[str, str, str | None, Recipe]]:
    root, long_ago = hall.root, NOW - 900 * DAY
    before_seal = certified(born("M"), root, since=long_ago, until=NOW - 60 * DAY)
    soon = certified(born("S"), root, until=NOW + timedelta(hours=1))
    over = certified(born("S"), root, since=long_ago, until=NOW - DAY)
    issuing = certified(born("S"), root, usage(ISSUING))
    condition = certified(born("S"), root, usage(SIGNING), CRITICAL)
    renewed = certified(hall.signer, root, serial=0x99)
    middle = certified(born("Middle"), root, AUTHORITY, usage(ISSUING))
    below = certified(born("S"), middle)
    unsaid = certified(born("S"), root, signed_by=born("X"))
    forged = certified(born("S"), root, usage(SIGNING), names_key(root), signed_by=born("X"))
    return [
        ("maker's certificate expired before the seal was made", BAD, "maker-certificate",
         recipe.but(maker=before_seal)),
        ("signer's certificate ends after signing", GOOD, None, recipe.but(signer=soon)),
        ("signer's certificate ended before signing", BAD, "signer-certificate",
         recipe.but(signer=over)),
        ("signer's certificate is for issuing", BAD, "signer-certificate",
         recipe.but(signer=issuing)),
        ("signer's certificate has a condition nobody knows", UNSURE, "signer-certificate",
         recipe.but(signer=condition)),
        ("the seal lists the certificate before its renewal", BAD, "signer-in-seal",
         recipe.but(signer=renewed, listed=(octets(hall.signer.certificate),))),
        ("an intermediate is missing", UNSURE, "signer-certificate", recipe.but(signer=below)),
        ("names match, keys do not", BAD, "signer-certificate", recipe.but(signer=forged)),
        # Which of two roots of one name it was, these two do not say: only trust is missing.
        ("names match, no key is named", UNSURE, "signer-certificate", recipe.but(signer=unsaid)),
        ("a root of our root's name and another key", UNSURE, "signer-certificate",
         recipe.but(signer=hall.stranger)),
    ]  # fmt: skip


def _wrong(hall: Hall, plain: Plain) -> list[Sample]:
    """What is bad whoever is trusted, and what only lacks trust."""
    other = born("Another")
    changes: list[tuple[str, str, str | None, dict[str, object]]] = [
        ("seal signature wrong", BAD, "seal-signature", {"seal_signs": other.sign}),
        ("signature wrong", BAD, "signature", {"signs": other.sign}),
        ("raw signature wrong", BAD, "signature", {"signs": other.raw}),
        ("document digest different", BAD, "digest", {"data_hash": sm3(b"other")}),
        ("signed after the seal ended", BAD, None, {"until": NOW - DAY}),
        ("signed before the seal was in force", BAD, None, {"since": NOW + DAY}),
        ("signer not listed", BAD, "signer-in-seal", {"listed": (octets(hall.maker.certificate),)}),
        ("nobody listed", BAD, "signer-in-seal", {"listed": ()}),
        ("critical extension in the seal", UNSURE, "seal-signature", {"seal_extra": seq(CRITICAL)}),
    ]
    made = []
    for generation, recipe in plain.items():
        for name, verdict, step, facts in changes:
            step = step or ("time" if generation == 1 else "seal-dates")
            made.append(_in_pdf(f"v{generation} {name}", verdict, step, recipe.but(**facts)))
            if verdict == BAD:
                told = f"v{generation} {name}, and no anchor"
                made.append(_in_pdf(told, BAD, step, recipe.but(**facts), trusted=False))
        first = "signer-certificate" if generation == 1 else "maker-certificate"
        made.append(_in_pdf(f"v{generation} no anchor", UNSURE, first, recipe, trusted=False))
        for stated in {1, 4, 5} - {generation}:
            name = f"v{generation} says {stated} of its signature only"
            made.append(_in_pdf(name, BAD, "structure", recipe.but(version=stated)))
    later = plain[4].but(extra=explicit(0, seq(CRITICAL)))
    for number in (1, 9):
        odd = plain[4].but(version=number, seal_version=number)
        verdict = BAD if number == 1 else UNSURE
        made.append(_in_pdf(f"v4 says {number} of itself", verdict, "structure", odd))
    made.append(_in_pdf("v4 critical extension in the signature", UNSURE, "signature", later))
    return made


def _first(hall: Hall, recipe: Recipe) -> list[Sample]:
    """Of 2014 alone: the list by number, the time as it is said."""
    numbers = {"hexadecimal": "51C3", "lower case": "51c3", "decimal": str(0x51C3)}
    made = [
        _in_pdf(f"v1 listed by number, {name}", GOOD, None, recipe.but(listed=(ia5(text),)))
        for name, text in numbers.items()
    ]
    other = recipe.but(listed=(ia5("51C4"),))
    made.append(_in_pdf("v1 another number is listed", BAD, "signer-in-seal", other))
    local = NOW + timedelta(hours=8)
    said = {
        "ISO with a zone": bits(NOW.isoformat().encode()),
        "local without zone": bits(local.strftime("%Y-%m-%d %H:%M:%S").encode()),
        "digits without zone": bits(local.strftime("%Y%m%d%H%M%S").encode()),
        "GeneralizedTime": generalized(NOW),
    }
    made += [
        _in_pdf(f"v1 time: {name}", GOOD, None, recipe.but(said=time))
        for name, time in said.items()
    ]
    rubbish = recipe.but(said=bits(b"yesterday"))
    made.append(_in_pdf("v1 time: rubbish", UNSURE, None, rubbish))
    return made


def _stamped(plain: Plain) -> list[Sample]:
    """[0] time stamps that are none: told, not trusted, not fallen over."""
    rubbish = {"three bytes": b"\1\2\3", "nothing": b"", "an empty SEQUENCE": seq()}
    made = []
    for generation in (4, 5):
        for name, data in rubbish.items():
            odd = plain[generation].but(stamp=explicit(0, bits(data)))
            made.append(_in_pdf(f"v{generation} stamp: {name}", GOOD, None, odd))
    odd = plain[5].but(seal_stamp=explicit(0, bits(b"\1\2\3")))
    made.append(_in_pdf("v5 rubbish for the seal's own stamp", GOOD, None, odd))
    fourth = plain[4].but(seal_stamp=explicit(0, bits(b"\1\2\3")))
    made.append(_in_pdf("v4 with the stamp only v5 has", BAD, "structure", fourth))
    return made
