"""Words that stand in more than one place of the program."""

NAME = "IOM Self-Assessment"
FILES, RETURNS = "Scheme files (*.iomsa)", "Returns (*.xlsx)"
PLAN = "Plan for about ten working days, shared by five people, over six weeks. You can stop anywhere."
WHERE_CHANGE_COUNTS = "Where a real change would count most"
