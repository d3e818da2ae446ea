"""How long Ctrl-C takes to end `recover` after a session of many statements that was killed."""
import random

from session import Session


def measure(options, folder):
    print("\n## recover")
    session = Session(options.lc, str(folder))
    session.run('run "medium.lc"')
    session.close()
    session = Session(options.lc, str(folder), session.state)
    chance = random.Random(options.seed)
    times = [session.interrupt("recover", chance.uniform(0.01, 1)) for _ in range(options.tries)]
    times = [found for found in times if found]
    session.run("recover discard")
    session.close()
    if not times:
        print("it ended before Ctrl-C came")
        return []
    total, quiet = max(t for t, _ in times), max(q for _, q in times)
    print(f"{len(times)} times, longest {total:.3f} s, without waiting {quiet:.3f} s")
    return [f"recover: {quiet:.3f} s"] if quiet > options.limit else []
