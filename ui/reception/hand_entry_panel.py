"""What stands on a document whose card cannot be read, typed field by field, with the reason."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLayout, QLineEdit, QWidget

from app.domain.hand_entry import KINDS, SEXES, Typed, Why, tells_birth
from app.domain.people import LONG_TERM, read_number
from ui.reception.state import Draft
from ui.theme import Look
from ui.widgets.entry_field import EntryField
from ui.widgets.fields import NoImeField
from ui.widgets.rows import MarkedLine, card, column, row
from ui.widgets.second_officer import SecondOfficerBox
from ui.widgets.text import label

LONGEST = 120  # characters a field takes; the rules say what is too long


class HandEntryPanel(QWidget):
    """`edited` at every change; `second` asks the other officer below the fields."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self.fields: dict[str, EntryField] = {}
        self.endless = QCheckBox(self.tr("Without an end (长期)"))
        self.endless.toggled.connect(self._endless)
        self._told = label("", "dim", wrap=False)
        self.second = SecondOfficerBox(
            look,
            self.tr("A second officer compares all with the document, then signs in."),
            self.tr("Change the entry  Esc"),
        )
        self._entry = self._build_entry()
        mark = self.tr(
            "The data will be marked as typed by hand, on the case and on the letter, for good."
        )
        title = label(self.tr("No card: type what the document says"), "title")
        self._head = QWidget()
        self._head.setLayout(column(title, MarkedLine(look, mark, "warn"), gap=px(8)))
        self.setLayout(column(self._head, self._entry, self.second, 1, gap=px(8)))
        self._fit_document()

    # --- what the part asks ---

    def begin(self, draft: Draft | None = None) -> None:
        """Empty, or as it was left before the window was built anew."""
        self.forget()
        if draft is not None:
            self._fill(draft)
        self._stand_still(still=False)
        self.fields["number"].inner.setFocus()

    def draft(self) -> Draft:
        """What is typed now."""
        texts = {name: self._text(name) for name in Typed.__dataclass_fields__}
        if self.endless.isChecked():
            texts["valid_until"] = LONG_TERM
        return Draft(Typed(**texts), self._text("reason"), self._text("words"))

    def show_faults(self, faults: dict[str, str]) -> None:
        """Each beside its field; the keyboard goes to the first."""
        for name, field in self.fields.items():
            field.show_trouble(faults.get(name, ""))
        wrong = [field for name, field in self.fields.items() if name in faults]
        if wrong:
            wrong[0].go_to()

    def ask_second(self, trouble: str = "") -> None:
        """The fields stand still and can be compared; the other officer signs in."""
        self._stand_still(still=True)
        self._head.hide()  # room, so that all fields and the sign-in are in sight together
        self.second.ask(trouble)

    def change(self) -> None:
        """Back from the second officer to the fields."""
        self.second.forget()
        self._head.show()
        self._stand_still(still=False)
        self.fields["number"].inner.setFocus()

    def forget(self) -> None:
        """Everything typed."""
        self.second.forget()
        self._head.show()
        self._fill(Draft(Typed("citizen", *[""] * 6), "", ""))
        self.show_faults({})

    def _stand_still(self, *, still: bool) -> None:
        """Read but not changed while the second officer compares; the keyboard still gets there."""
        for field in self.fields.values():
            if isinstance(field.inner, QLineEdit):
                field.inner.setReadOnly(still)
            else:
                field.inner.setEnabled(not still)
        self.endless.setEnabled(not still)

    # --- building ---

    def _build_entry(self) -> QFrame:
        pairs = (
            (self._document(), self._typed("number", self.tr("Number"), plain=True)),
            (self._typed("name", self.tr("Name")), self._typed("issuer", self.tr("Issued by"))),
            (self._typed("address", self.tr("Address")),),
            (self._sex(), self._typed("birth", self.tr("Date of birth"), plain=True)),
            (
                self._typed("valid_from", self.tr("Valid from"), plain=True),
                self._typed("valid_until", self.tr("Valid until"), plain=True),
                self.endless,
            ),
            (self._reason(), self._typed("words", self.tr("In a few words"))),
        )
        lines: list[QLayout | QWidget] = [self._beside(*pair) for pair in pairs]
        lines.insert(1, self._told)
        return card(column(*lines, margin=self._look.px(14), gap=self._look.px(8)))

    def _beside(self, *fields: QWidget) -> QLayout:
        """Halves of a line; in large print one below the other."""
        made = (column if self._look.narrow else row)(*fields, gap=self._look.px(16))
        for place, field in enumerate(fields):
            if isinstance(field, EntryField) and not self._look.narrow:
                made.setStretch(place, 1)
        return made

    def _typed(self, name: str, shown: str, *, plain: bool = False) -> EntryField:
        """`plain`: digits and letters only, past the input method."""
        inner = NoImeField() if plain else QLineEdit()
        inner.setMaxLength(LONGEST)
        inner.textChanged.connect(self._changed)
        inner.returnPressed.connect(self.focusNextChild)
        return self._keep(name, EntryField(self._look, shown, inner))

    def _chosen(self, name: str, shown: str, choices: dict[str, str]) -> EntryField:
        inner = QComboBox()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        inner.setSizeAdjustPolicy(policy)  # in large print the page must not grow
        inner.setMinimumContentsLength(12)
        for value, word in choices.items():
            inner.addItem(word, value)
        inner.currentIndexChanged.connect(self._changed)
        return self._keep(name, EntryField(self._look, shown, inner))

    def _keep(self, name: str, field: EntryField) -> EntryField:
        self.fields[name] = field
        return field

    def _document(self) -> EntryField:
        return self._chosen("document", self.tr("Document"), document_words())

    def _sex(self) -> EntryField:
        return self._chosen("sex", self.tr("Sex"), {"": "", **{sex: sex for sex in SEXES}})

    def _reason(self) -> EntryField:
        return self._chosen("reason", self.tr("Why it is typed"), {"": "", **reason_words()})

    # --- while somebody types ---

    def _text(self, name: str) -> str:
        inner = self.fields[name].inner
        return str(inner.currentData()) if isinstance(inner, QComboBox) else inner.text()

    def _fill(self, draft: Draft) -> None:
        texts = {name: getattr(draft.typed, name) for name in Typed.__dataclass_fields__}
        self.endless.setChecked(texts["valid_until"] == LONG_TERM)
        for name, text in {**texts, "reason": draft.reason, "words": draft.words}.items():
            inner = self.fields[name].inner
            if isinstance(inner, QComboBox):
                inner.setCurrentIndex(max(0, inner.findData(text)))
            else:
                inner.setText("" if text == LONG_TERM else text)

    def _changed(self) -> None:
        if len(self.fields) == len(Typed.__dataclass_fields__) + 2:  # all of them are built
            self._fit_document()
            self.edited.emit()

    def _fit_document(self) -> None:
        """Sex and birth are told by the number, or asked for where it does not tell them."""
        number = read_number(self._text("number"))
        asked = self._text("document") == "foreigner-I"
        for name in ("sex", "birth"):
            self.fields[name].setVisible(asked)
        told = f"{number.sex}　{number.birth}" if tells_birth(number) and not asked else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _endless(self, endless: bool) -> None:
        self.fields["valid_until"].inner.setEnabled(not endless)
        self.edited.emit()


def document_words() -> dict[str, str]:
    """The documents that may be typed, in the clerk's words."""
    translate = QCoreApplication.translate
    words = {
        "citizen": translate("HandEntry", "Resident identity card"),
        "hk-mo-tw-J": translate("HandEntry", "Residence permit for Hong Kong, Macao, Taiwan"),
        "foreigner-Y": translate("HandEntry", "Foreigner's residence card, 18 digits"),
        "foreigner-I": translate("HandEntry", "Foreigner's residence card, 15 characters"),
    }
    return {kind: words[kind] for kind in KINDS}


def reason_words() -> dict[str, str]:
    """The reasons, in the clerk's words."""
    translate = QCoreApplication.translate
    words = {
        Why.DAMAGED: translate("HandEntry", "Card damaged"),
        Why.READER: translate("HandEntry", "Reader out of order"),
        Why.NO_CHIP: translate("HandEntry", "Document without a chip"),
        Why.OTHER: translate("HandEntry", "Another reason"),
    }
    return {str(why): words[why] for why in Why}
