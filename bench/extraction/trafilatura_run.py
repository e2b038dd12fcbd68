"""Reads pages with trafilatura as `chancery extract --jsonl` does: lines {"path", "url"} in, lines of fields out."""

import json
import sys

import trafilatura

for line in sys.stdin:
    asked = json.loads(line)
    with open(asked["path"], "rb") as page:
        read = trafilatura.bare_extraction(page.read(), url=asked.get("url"), with_metadata=True, include_comments=False)
    said = {"path": asked["path"]}
    if read is not None:
        said |= {
            "title": read.title,
            "byline": read.author.split("; ") if read.author else None,
            "published": read.date,
            "text": read.text,
        }
    print(json.dumps(said))
