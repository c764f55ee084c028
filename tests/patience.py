"""How long a test waits for what must come: very long, because it goes on as soon as it comes.

A time in a wait decides nothing but how busy a machine may be before a test fails that has found
no fault. What must be quick is told by the interval of its timer or by counting, never by a wall
clock.
"""

PATIENCE_S = 60
PATIENCE_MS = PATIENCE_S * 1000
