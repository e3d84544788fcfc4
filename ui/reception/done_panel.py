"""After sealing: what was decided, where the letter is, and what can still be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.domain.cases import Case, CaseState, Letter, Plan
from ui.theme import Look
from ui.widgets.flow import flow_of
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import Facts, MarkedLine, card, column, empty, row
from ui.widgets.text import label


class DonePanel(QWidget):
    """`print_again(reason)`, `void(reason)`, `void_case(reason)` for the letter shown."""

    print_again = Signal(str)
    void = Signal(str)
    void_case = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self._mark = Mark(look, "ok", 40)
        self._title = label("", "huge")
        self._facts = Facts(look)
        self._lines = column(gap=px(6))
        self._approve = QPushButton()
        self._again = QPushButton(self.tr("Print again  Ctrl+P"))
        self._again.clicked.connect(lambda: self.print_again.emit(self._given_reason()))
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setAccessibleName(self.tr("Reason for voiding"))
        self._reason.setMaxLength(100)
        self._reason.textChanged.connect(self._allow_void)
        self._void = QPushButton(self.tr("Void and re-issue"))
        self._void.clicked.connect(lambda: self.void.emit(self._given_reason()))
        self._void_case = QPushButton(self.tr("Void letter and case"))
        self._void_case.clicked.connect(lambda: self.void_case.emit(self._given_reason()))
        head = row(self._mark, self._title, gap=px(16))
        head.setStretch(1, 1)
        buttons = flow_of(self._again, self._void, self._void_case, gap=px(8))
        first = card(column(head, self._facts, self._approve, margin=px(20), gap=px(12)))
        state = column(label(self.tr("Where it is"), "section"), self._lines, margin=px(14))
        wrong = column(
            label(self.tr("Damaged print, or something wrong in it"), "section"),
            self._reason,
            buttons,
            margin=px(14),
        )
        self.setLayout(column(first, card(state), card(wrong), 1, gap=px(10)))
        self._allow_void("")

    def show_case(self, case: Case, letter: Letter, checks: tuple[Plan, ...]) -> None:
        tone, title = self._verdict(case)
        self._mark.show_tone(tone)
        self._title.setText(title)
        self._facts.show_pairs(self._pairs(case, letter))
        names = "、".join(plan.proof_name for plan in checks)
        self._approve.setVisible(case.state is CaseState.WAITING)
        self._approve.setEnabled(False)
        self._approve.setText(self.tr("Approve (open checks: {checks})").format(checks=names))
        self._reason.clear()

    def _verdict(self, case: Case) -> tuple[Tone, str]:
        match case.state:
            case CaseState.APPROVED:
                return "ok", self.tr("Sealed, checked and approved")
            case CaseState.VOIDED:
                return "error", self.tr("Letter and case are void")
            case _:
                return "warn", self.tr("Sealed and checked; verify first, then approve")

    def show_lines(self, lines: tuple[tuple[Tone, str], ...]) -> None:
        """Here, printed, sent, received: each true at this moment."""
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
        for button in (self._void, self._void_case):
            button.setEnabled(bool(text.strip()))
            button.setToolTip("" if text.strip() else self.tr("Give a reason first."))

    def _given_reason(self) -> str:
        return self._reason.text().strip()
