"""`python -m tests.chaos.kills`: 200 kills at random points, 30 chats; fails where anything is lost or doubled."""

import sys

from tests.chaos.killing import killed

KILLS, CHATS = 200, 30

if __name__ == "__main__":
    toll = killed(KILLS, CHATS)
    sys.stdout.write(f"{toll}\n")
    sys.exit(bool(toll.lost or toll.doubled or toll.unanswered))
