"""What a station takes over from a file: the rest days of a year, a limit of its own."""

TABLE = {
    "year": 2027,
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-03", "isOffDay": False},
    ],
}
LIMIT = {
    "key": "mediation",
    "name": "调解期限",
    "length": 20,
    "unit": "calendar",
    "starts_from": "受理",
    "source": "本站规则第一条",
    "valid_from": "2026-01-01",
    "mark": "V",
}
