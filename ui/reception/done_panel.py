"""After sealing: what was decided, where the letter is, and what can still be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.cases import Case, CaseState, Letter, Plan
from ui.theme import Look
from ui.widgets.flow import flow_of
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import Facts, MarkedLine, card, column, empty, row
from ui.widgets.text import label


class DonePanel(QWidget):
    """`print_again(reason)`, `void(reason)`, `void_case(reason)` for the letter shown.

    `came_out(bool)`: somebody looked at the printer for a copy that nobody could vouch for.
    """

    came_out = Signal(bool)

    print_again = Signal(str)
    void = Signal(str)
    void_case = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self._lines = column(gap=px(6))
        title = label(self.tr("Where it is"), "section")
        state = column(title, self._lines, self._build_came_out(), 1, margin=px(14))
        below = column if look.narrow else row
        pair = below(card(state), card(self._build_wrong()), gap=px(10))
        self.setLayout(column(card(self._build_verdict()), pair, 1, gap=px(10)))
        self._allow_void("")

    def _build_verdict(self) -> QVBoxLayout:
        px = self._look.px
        self._mark = Mark(self._look, "ok", 40)
        self._title = label("", "huge")
        self._facts = Facts(self._look)
        self._approve = QPushButton(self.tr("Approve"))
        self._approve.setEnabled(False)
        self._checks = label()
        head = row(self._mark, self._title, gap=px(16))
        head.setStretch(1, 1)
        locked = row(self._approve, self._checks, gap=px(12))
        locked.setStretch(1, 1)
        return column(head, self._facts, locked, margin=px(20), gap=px(12))

    def _build_wrong(self) -> QVBoxLayout:
        px = self._look.px
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setAccessibleName(self.tr("Reason for voiding"))
        self._reason.setMaxLength(100)
        self._reason.textChanged.connect(self._allow_void)
        again = QPushButton(self.tr("Print again  Ctrl+P"))
        again.clicked.connect(lambda: self.print_again.emit(self._given_reason()))
        self._void = QPushButton(self.tr("Void and re-issue"))
        self._void.clicked.connect(lambda: self.void.emit(self._given_reason()))
        self._void_case = QPushButton(self.tr("Void letter and case"))
        self._void_case.clicked.connect(lambda: self.void_case.emit(self._given_reason()))
        title = label(self.tr("Damaged print, or something wrong in it"), "section")
        buttons = flow_of(again, self._void, self._void_case, gap=px(8))
        self._why = label("", "dim")
        return column(title, self._reason, buttons, self._why, 1, margin=px(14))

    def show_case(self, case: Case, letter: Letter, checks: tuple[Plan, ...]) -> None:
        tone, title = self._verdict(case)
        self._mark.show_tone(tone)
        self._title.setText(title)
        self._facts.show_pairs(self._pairs(case, letter))
        names = "、".join(plan.proof_name for plan in checks)
        waiting = case.state is CaseState.WAITING
        text = self.tr("Locked until checked: {checks}").format(checks=names)
        for each in (self._approve, self._checks):
            each.setVisible(waiting)
        self._checks.setText(text)
        self._approve.setAccessibleDescription(text)
        self._reason.clear()

    def _verdict(self, case: Case) -> tuple[Tone, str]:
        match case.state:
            case CaseState.APPROVED:
                return "ok", self.tr("Sealed, checked and approved")
            case CaseState.VOIDED:
                return "error", self.tr("Letter and case are void")
            case _:
                return "warn", self.tr("Sealed and checked; verify first, then approve")

    def _build_came_out(self) -> QWidget:
        """Shown while the program ended, or the line broke, between printer and answer."""
        yes = QPushButton(self.tr("It came out"))
        no = QPushButton(self.tr("It did not come out"))
        yes.clicked.connect(lambda: self.came_out.emit(True))
        no.clicked.connect(lambda: self.came_out.emit(False))
        self._came_out = QWidget()
        self._came_out.setLayout(row(yes, no, 1))
        self._came_out.hide()
        return self._came_out

    def show_lines(self, lines: tuple[tuple[Tone, str], ...], *, unconfirmed: bool) -> None:
        """Here, printed, sent, received: each true at this moment."""
        self._came_out.setVisible(unconfirmed)
        empty(self._lines)
        for tone, text in lines:
            self._lines.addWidget(MarkedLine(self._look, text, tone))

    def _pairs(self, case: Case, letter: Letter) -> list[tuple[str, str]]:
        pairs = [
            (self.tr("Case number"), case.number),
            (self.tr("Letter number"), letter.number),
        ]
        for follow_up in case.follow_ups:
            due = follow_up.due
            if follow_up.provisional:
                due = self.tr("{due} (provisional)").format(due=due)
            pairs.append((self.tr("To be checked by"), f"{due}　{follow_up.afterwards}"))
        return pairs

    def _allow_void(self, text: str) -> None:
        """Grey without a reason, and then the page says so, not only a tooltip."""
        why = "" if text.strip() else self.tr("Give a reason first; then the letter can be voided.")
        self._why.setText(why)
        for button in (self._void, self._void_case):
            button.setEnabled(not why)
            button.setAccessibleDescription(why)

    def _given_reason(self) -> str:
        return self._reason.text().strip()
