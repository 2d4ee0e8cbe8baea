"""The digest of a framework's data, by which a return tells that the criteria are the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def hash_of(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the data as compact JSON with sorted keys, in hex."""
    # Brings the whole of OpenSSL where Python has it; no page needs a digest.
    import hashlib

    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
