"""Samples of what carries a seal signature: bare files, SignedData, PDF and OFD (section 2)."""

from tests.seal.stranger import ofd, pdf
from tests.seal.stranger.people import DAY, NOW, Hall, born, sm3
from tests.seal.stranger.sample import BAD, GOOD, UNSURE, Plain, Sample
from tests.seal.stranger.seals import GM, PKCS7, Cms, Recipe

CMS_NAMES = b"/Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
FILTERS = (
    pdf.SES,
    b"/Filter /Gomain.GMPkiLite /SubFilter /GM.sm2seal",
    b"/Filter /GM.PKILite /SubFilter /GM.SM2",
)


def bare(plain: Plain) -> list[Sample]:
    """Seals and signatures as files of their own."""
    made = []
    for generation, recipe in plain.items():
        seal, signature = recipe.seal(), recipe.signature(b"a document that is not here")
        made += [
            Sample(f"v{generation} .esl", GOOD, None, seal, kind="esl"),
            Sample(f"v{generation} .dat", UNSURE, "digest", signature, kind="dat"),
            Sample(f"v{generation} .esl, no anchor", UNSURE, "maker-certificate", seal,
                   trusted=False, kind="esl"),
        ]  # fmt: skip
        ended = recipe.but(until=NOW - DAY).seal()
        made.append(Sample(f"v{generation} .esl ended", BAD, "seal-dates", ended, kind="esl"))
    return made


def signed_data(hall: Hall) -> list[Sample]:
    """SM2 SignedData under the names of PKCS#7 and of GB/T 35275."""
    other, made = born("Another"), []
    for name, base in (("GB/T 35275", GM), ("PKCS#7", PKCS7)):
        plain = Cms(hall.signer, base=base)
        changes = [
            ("plain", GOOD, None, plain),
            ("without attributes", GOOD, None, Cms(hall.signer, base=base, attributes=False)),
            ("without NULL", GOOD, None, Cms(hall.signer, base=base, null=False)),
            ("signature wrong", BAD, "signature", Cms(hall.signer, base=base, signs=other.sign)),
            ("digest different", BAD, "digest", Cms(hall.signer, base=base, said=sm3(b"other"))),
        ]
        for told, verdict, step, cms in changes:
            letter = pdf.signed(pdf.plain(), cms.signature, CMS_NAMES)
            made.append(Sample(f"{name} {told}", verdict, step, letter))
        letter = pdf.signed(pdf.plain(), plain.signature, CMS_NAMES)
        made.append(Sample(f"{name} no anchor", UNSURE, "signer-certificate", letter, False))
    return made


def pdfs(recipe: Recipe) -> list[Sample]:
    """What a PDF can do around a signature that is right by itself."""
    once = pdf.signed(pdf.plain(), recipe.signature)
    twice = pdf.signed(once, recipe.signature, number=6)
    hidden = pdf.updated(once, {3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"})
    own = lambda **odd: pdf.signed(pdf.plain(), recipe.signature, **odd)  # noqa: E731
    filters = [Sample(f"names {names.decode()}", GOOD, None, own(names=names)) for names in FILTERS]
    return [
        *filters,
        Sample("bytes after the signature", BAD, "digest", once + b"\n"),
        Sample("an object changed afterwards", BAD, "digest", hidden),
        Sample("an object changed after two signatures", BAD, "digest",
               pdf.updated(twice, {3: b"<</Type/Page/Parent 2 0 R>>"})),
        Sample("a second ByteRange in the entry", BAD, None,
               own(extra=b"/ByteRange [0 10 20 30] ")),
        Sample("a gap wider than the digits", BAD, None, own(cut=10)),
        Sample("padding of ones", BAD, None, own(padding=b"1")),
        Sample("padding that is no digit", BAD, None, own(padding=b"x")),
        Sample("a page changed", BAD, "digest", once.replace(b"0 0 595", b"0 0 596")),
        Sample("two signatures one after the other", UNSURE, "digest", twice),
    ]  # fmt: skip


def packages(plain: Plain) -> list[Sample]:
    made = []
    for generation, recipe in plain.items():
        files = ofd.sealed(recipe)
        made += [
            _package(f"v{generation} OFD", GOOD, None, files),
            _package(f"v{generation} OFD, a page changed", BAD, "digest",
                     files | {ofd.PAGE: files[ofd.PAGE] + b" "}),
            _package(f"v{generation} OFD, Signature.xml changed", BAD, "digest",
                     files | {ofd.XML: files[ofd.XML] + b" "}),
            _package(f"v{generation} OFD, a picture nobody protects", BAD, "digest",
                     ofd.sealed(recipe, leave=(ofd.PICTURE,))),
            _package(f"v{generation} OFD, a page nobody protects", BAD, "digest",
                     ofd.sealed(recipe, leave=(ofd.PAGE,))),
            _package(f"v{generation} OFD, no anchor", UNSURE, None, files, trusted=False),
        ]  # fmt: skip
    recipe = plain[4]
    for method in ("1.2.156.10197.1.401", "1.2.156.10197.1.401.2"):
        made.append(_package(f"OFD method {method}", GOOD, None, ofd.sealed(recipe, method=method)))
    for moment in ("20261123023000.763Z", "20261123103000", "2026-11-23 10:30:00"):
        made.append(_package(f"OFD time {moment}", GOOD, None, ofd.sealed(recipe, moment=moment)))
    other = ofd.sealed(recipe, esl=recipe.seal())
    made.append(_package("OFD with another Seal.esl", BAD, None, other))
    return made


def _package(
    name: str, verdict: str, step: str | None, files: dict[str, bytes], *, trusted: bool = True
) -> Sample:
    return Sample(name, verdict, step, ofd.zipped(files), trusted, "ofd")
