"""A library in a process of its own: reads a task, its settings and an effort on each line, runs it
once, and answers with the seconds of one unit of its work. python worker.py LIBRARY INPUTS THREADS"""
import importlib
import json
import os
import sys
import time
import warnings


def main():
    library, inputs, threads = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
    if threads != "None" and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(threads)])
    # That a solver was stopped at the asked effort is no news.
    warnings.simplefilter("ignore")
    answers = sys.stdout
    sys.stdout = sys.stderr
    peer = importlib.import_module(f"peers.in_{library}")
    print(json.dumps({"kernels": peer.kernels()}), file=answers, flush=True)
    works = {}
    for line in sys.stdin:
        asked = json.loads(line)
        key, effort = json.dumps([asked["task"], asked["settings"]]), asked["effort"]
        if key not in works:
            works[key] = getattr(peer, asked["task"])(inputs, **asked["settings"])
            if works[key].warm:
                measure(works[key], effort)
        print(json.dumps(measure(works[key], effort)), file=answers, flush=True)


def measure(work, effort):
    state = work.prepare()
    begin = time.perf_counter()
    result = work.run(state) if effort is None else work.run(state, effort)
    seconds = (time.perf_counter() - begin) / work.units
    return {"seconds": seconds, "result": work.judge(result)}


main()
