"""What the program would do without each rule that `resources/conformance.toml` names.

The right-hand sides run inside the rule's own module: names like Verdict are that module's.
"""
# ruff: noqa: F821, E501

from tests.conformance.knocking import KnockOut, nothing

DOMAIN = "app.domain."

KNOCK_OUTS = tuple(
    KnockOut(rule if rule.startswith("app.") else DOMAIN + rule, instead)
    for rule, instead in (
        # Art. 2
        ("four_questions:verdict", lambda answers: Verdict.PROOF),
        ("four_questions:check_listing", nothing),
        ("units:class_of", lambda unit: UnitClass.ORGAN),
        # Art. 3, 4
        ("ladder:check_rule", nothing),
        ("voluntary:check_close", nothing),
        ("voluntary:take_voluntary", lambda case, code, said, catalogue, officer, at: Received(
            case.number, code, Why.VOLUNTARY, officer, at)),
        ("units:check_units", nothing),
        ("scope:scope_of", lambda outside, checkable: Scope.OUT if outside else Scope.IN),
        ("scope:mark_out_of_scope", lambda verdict: verdict),
        # Art. 5, 6
        ("reach:reach_of", lambda post, act, unit: Reach.CITY),
        ("reach:within_reach", lambda post, act, units: tuple(units)),
        ("bulletins:unread", lambda bulletins, today, days, calendar: ()),
        ("assignments:overdue", lambda tasks, today: {}),
        ("assignments:late_in", lambda tasks, first, last, today: {}),
        ("review:take", lambda change, *args, **named: replace(change, state=ChangeState.PUBLISHED)),
        ("app.signed_data:read_folder", lambda folder, key, article: {
            name: file["content"]
            for name, file in json.loads((folder / COMPILED).read_bytes())["files"].items()}),
        ("outage:extended", lambda due, delivered, down, opening: due),
        ("outage:not_charged", lambda outages, now: tuple(one.span(now) for one in outages)),
        # Art. 7
        ("publication:difference", lambda old, new: Difference((), (), ())),
        ("overlay:check_overlay", nothing),
        ("refining:check_reach", nothing),
        ("refining:refined", lambda city, overlays: city),
        ("zero_meter:alerts", lambda found: ()),
        ("zero_meter:meters", lambda units, attempts, received=(): tuple(Meter(u, 0, 0) for u in units)),
        ("conduct:refuse_cancelled", nothing),
        ("app.services.reasons:good_reason", lambda office, reason: reason),
        ("guides:check_guide", nothing),
        # Art. 8
        ("approval:may_approve", nothing),
        ("approval:open_checks", lambda case: _unchecked(case, LOOKED_UP)),
        ("app.central.rules:check_against", nothing),
        ("approval:follow_ups", lambda case, signed, calendar, days: ()),
        ("clocks:three_days", lambda signed, calendar, days=3: Due(signed + timedelta(days=days), False)),
        ("follow_up:may_close", nothing),
        ("follow_up:late_unit", lambda check, department, today: ""),
        ("commitment:may_sign", nothing),
        ("commitment:accept", nothing),
        ("app.documents.templates:lint", nothing),
        ("commitment:must_be_signed", nothing),
        ("acting:person_signs", nothing),
        ("acting:firm_signs", nothing),
        # Art. 9, 10
        ("arrangements:check_arrangement", nothing),
        ("clocks:service_minutes", lambda delivered, minutes, calendar, hours: DueAt(
            *[delivered + timedelta(minutes=minutes)] * 2, False)),
        ("clocks:working_days", lambda delivered, count, calendar, hours: DueAt(
            *[delivered + timedelta(days=count)] * 2, False)),
        ("tiers:due", lambda tier, delivered, by, **_: DueAt(delivered, delivered, False)),
        ("inquiries:pass_due", lambda inquiry, at, running: inquiry),
        ("overdue:colour", lambda *args, **named: "green"),
        ("tiers:check", nothing),
        ("tiers:may_change", nothing),
        ("score:score", lambda kind, opened, decided, asked: Score(*[decided - opened] * 3)),
        ("inquiries:ask", lambda settled, **told: Inquiry(
            told["id"], told["case_number"], settled.proof_code, settled.asking, settled.asked,
            tuple(sorted(told["fields"])), told["purpose"], settled.inquiry_template,
            settled.feedback_template, Tier.PAPER, told["at"])),
        # Art. 11, 12
        ("arrangements:check_fields", nothing),
        ("exchange:record", lambda secret, form: form),
        ("exchange:channels", lambda secret: tuple(Channel)),
        ("overdue:unreported", lambda inquiries, reports: ()),
        ("overdue:goes_now", lambda report, now: False),
        ("overdue:close", lambda report, file: replace(report, state=ReportState.CLOSED)),
        # Art. 13, 14
        ("sources:state_of", lambda register, at, hours: State.FRESH),
        ("sources:next_way", lambda rule, state, **_: Plan(rule.proof.code, rule.proof.name, rule.ladder[0])),
        ("retyping:retyped", lambda filled: ()),
        ("app.services.reception:_refuse_simulated", nothing),
        ("app.central.rules:Rules.check_mode", nothing),
        ("ladder:plan", lambda rule, **_: Plan(rule.proof.code, rule.proof.name, rule.ladder[0])),
        # Art. 15, 16
        ("supplement:side_by_side", lambda form, source: ()),
        ("supplement:keep", lambda ledger, line, at: ledger),
        ("outward:outside", lambda division, *args: True),
        ("outward:check_demand", nothing),
        # Art. 17 to 20
        ("windows:lacking", lambda halls, windows, days, calendar: ()),
        ("windows:check_window", nothing),
        ("duties:require", nothing),
        ("alarms:raised", lambda refusal, **_: None),
        ("complaints:take", lambda complaint: complaint),
        ("complaints:conflict", lambda complaint, official, unit_head: ""),
        ("complaints:pass_on", lambda complaint, why: complaint),
        ("violations:of_attempt", lambda attempt: Breach(Kind.OTHER, attempt.unit, ())),
        ("due_diligence:appraise", lambda sheet, review, reviewer: Verdict(True, (), reviewer)),
        # Art. 21 to 25
        ("sectors:check_links", nothing),
        ("sectors:sector_of", lambda department, links: frozenset(links)),
        ("governing:governing", lambda first, packs, kept, on: (first, None)),
        ("governing:confirmed_for", lambda pack, kept, on: kept[-1].successor if kept else None),
        ("evaluation:evaluate", lambda first, last, *args: Evaluation(first, last, "", ())),
        ("evaluation:major_problems", lambda table: ()),
        ("policy:may_open", lambda pack, on, mode, successor="": standing(pack, on)),
        ("successor:may_open_under", lambda pack, on, mode, confirmed: "in-force"),
    )
)  # fmt: skip
TOOTHLESS = (
    "app.documents.pairs:pair_for",
    "app.documents.pairs:check_pairs",
    "meetings:settle",
    "bulletins:send",
    "bulletins:read",
    "assignments:set_task",
    "assignments:finish",
    "sources:draw",
    "investigations:record",
    "investigations:checked",
    "investigations:fall_back",
    "third_parties:check_contract",
    "third_parties:hand_over",
    "lookups:look_up",
    "lookups:export",
    "alarms:decide",
    "violations:of_complaint",
    "scope:judge",
    "publication:publish",
    "inquiries:change_tier",
    "inquiries:answer",
    "exchange:carried",
    "overdue:draft",
    "overdue:stop",
    "supplement:mismatches",
    "supplement:notice",
    "ledger:Ledger.correct",
    "outward:issue",
    "outward:decline",
    "complaints:assign",
    "complaints:close",
    "complaints:reply",
    "violations:of_inquiry",
    "violations:enter",
    "evaluation:propose_interview",
    "evaluation:again",
    "evaluation:close",
    "successor:confirm",
)
KNOCK_OUTS += tuple(
    KnockOut(rule if rule.startswith("app.") else DOMAIN + rule) for rule in TOOTHLESS
)
BY_RULE = {knock_out.rule: knock_out for knock_out in KNOCK_OUTS}
