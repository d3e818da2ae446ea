"""A peer in a process of its own: reads the name of a row on each line, runs it once, and answers
with the seconds of one unit of its work. python worker.py PEER CIFAR10-FOLDER"""
import importlib
import json
import sys
import time


def main():
    peer, folder = sys.argv[1:3]
    rows = importlib.import_module(f"{peer}_rows").rows(folder)
    print(json.dumps(sorted(rows)), flush=True)
    for line in sys.stdin:
        prepare, work, units = rows[line.strip()]
        state = prepare()
        begin = time.perf_counter()
        result = work(state)
        seconds = (time.perf_counter() - begin) / units
        print(json.dumps({"seconds": seconds, "result": result}), flush=True)


main()
