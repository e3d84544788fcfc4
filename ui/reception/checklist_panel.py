"""Each proof struck out, with the way that replaces it and why; asking for one is not offered."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.domain.cases import Plan
from app.domain.catalogue import Matter, Situation, Way
from ui.theme import Look
from ui.widgets.rows import MarkedLine, card, column, row
from ui.widgets.text import label


def way_word(way: Way) -> str:
    """The clerk's word for one of the six ways."""
    words = {
        Way.CANCELLED: QCoreApplication.translate("Way", "1 cancelled"),
        Way.COMMITMENT: QCoreApplication.translate("Way", "2 commitment"),
        Way.DATA_SHARING: QCoreApplication.translate("Way", "3 data sharing"),
        Way.INQUIRY: QCoreApplication.translate("Way", "4 inquiry"),
        Way.INVESTIGATION: QCoreApplication.translate("Way", "5 own investigation"),
        Way.OTHER_MATERIAL: QCoreApplication.translate("Way", "6 other material"),
    }
    return words[way]


class ChecklistPanel(QWidget):
    """`situation_changed(Situation)` when another situation is chosen."""

    situation_changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._matter: Matter | None = None
        self._plans: tuple[Plan, ...] = ()
        self._title = label("", "title")
        self._about = label("", "dim")
        self._gate = MarkedLine(look)
        self._situations = QComboBox()
        self._situations.setAccessibleName(self.tr("Situation"))
        self._situations.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._situations.activated.connect(self._choose_situation)
        self._situation_label = label(self.tr("Situation"), "section", wrap=False)
        self._materials = label()
        self.table = self._build_table()
        self._why = label()
        head = row(
            column(self._title, self._about, gap=px(2)),
            self._situation_label,
            self._situations,
            gap=px(12),
        )
        head.setStretch(0, 1)
        below = card(
            column(label(self.tr("Why this way"), "section"), self._why, margin=px(12), gap=px(4))
        )
        if look.narrow:
            self.table.setMinimumHeight(px(200))
        content = column(head, self._gate, self._materials, self.table, below, gap=px(8))
        content.setStretch(3, 1)
        self.setLayout(content)

    def show_case(
        self,
        matter: Matter,
        situation: Situation,
        plans: tuple[Plan, ...],
        tags: tuple[str, ...],
        refused: bool,
    ) -> None:
        """`tags`: the words of Art. 8 or of the national rule that make the check come first."""
        self._matter, self._plans = matter, plans
        self._title.setText(matter.name)
        self._about.setText(f"{matter.code}　{matter.unit.name}　{matter.kind}")
        self._show_situations(matter, situation)
        self._show_gate(tags, refused)
        own = "、".join(situation.materials)
        self._materials.setText(self.tr("The applicant's own papers: {papers}").format(papers=own))
        self._materials.setVisible(bool(own))
        self._fill(plans)

    def _show_situations(self, matter: Matter, situation: Situation) -> None:
        several = len(matter.situations) > 1
        self._situations.clear()
        for each in matter.situations:
            self._situations.addItem(each.name)
        self._situations.setCurrentIndex(matter.situations.index(situation))
        self._situations.setVisible(several)
        self._situation_label.setVisible(several)

    def _show_gate(self, tags: tuple[str, ...], refused: bool) -> None:
        if tags:
            text = self.tr("Verify first, then approve (Art. 8): {tags}")
            text = text.format(tags="、".join(tags))
            self._gate.show_state("error", text)
        elif refused:
            text = self.tr("The applicant does not commit; the department checks by itself.")
            self._gate.show_state("warn", text)
        else:
            text = self.tr("Approved at once when the letter is signed (Art. 8).")
            self._gate.show_state("ok", text)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(self.tr("Proofs and the ways that replace them"))
        table.setHorizontalHeaderLabels(
            [self.tr("Proof"), self.tr("Way"), self.tr("Instead"), self.tr("Article")]
        )
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for index, mode in enumerate("SRSR"):
            stretch = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(
                index, stretch if mode == "S" else QHeaderView.ResizeMode.ResizeToContents
            )
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.currentCellChanged.connect(lambda line, *_rest: self._explain(line))
        return table

    def _fill(self, plans: tuple[Plan, ...]) -> None:
        self.table.setRowCount(len(plans))
        for line, plan in enumerate(plans):
            proof = QTableWidgetItem(plan.proof_name)
            font = self.table.font()
            font.setStrikeOut(True)
            proof.setFont(font)
            proof.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("{proof}, not to be asked for").format(proof=plan.proof_name),
            )
            instead = plan.step.instead or plan.step.why
            self.table.setItem(line, 0, proof)
            article = self.tr("Art. {n}").format(n=plan.step.article)
            for place, text in enumerate((way_word(plan.way), instead, article), 1):
                self.table.setItem(line, place, QTableWidgetItem(text))
        if plans:
            self.table.setCurrentCell(0, 0)
        self._explain(0 if plans else -1)

    def _explain(self, line: int) -> None:
        if not 0 <= line < len(self._plans):
            self._why.setText("")
            return
        plan = self._plans[line]
        parts = [plan.step.why]
        if plan.passed_over:
            over = "、".join(way_word(way) for way, _reason in plan.passed_over)
            parts.append(self.tr("Not taken: {ways}.").format(ways=over))
        if plan.step.afterwards:
            parts.append(self.tr("Afterwards: {step}").format(step=plan.step.afterwards))
        self._why.setText("　".join(parts))

    def _choose_situation(self, index: int) -> None:
        if self._matter is not None:
            self.situation_changed.emit(self._matter.situations[index])
