"""200 kills at random points over 30 chats; fails where anything is lost or done twice."""

import sys

from tests.chaos.killing import killed

KILLS, CHATS = 200, 30

if __name__ == "__main__":
    toll = killed(KILLS, CHATS)
    sys.stdout.write(f"{toll}\n")
    sys.exit(bool(toll.lost or toll.doubled or toll.unanswered))
