"""The sending end, by what it keeps and what it says."""

from pathlib import Path

from camwire.files.exchange import Filing
from camwire.frame import Payload
from camwire.messages import FileRequest
from tests.support.file_ends import End
from tests.support.wire_ends import Run


def test_that_nothing_is_kept_of_what_is_there_and_a_late_claim_is_met_with_silence(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        filing = Filing()
        end = End(filing)
        said: list[list[Payload]] = []
        (tmp_path / "a").write_bytes(b"abc")
        offer = (await end.exchange.offer(tmp_path / "a")).offer
        end.exchange.linked(lambda parts: bool(said.append(parts)) or True)  # type: ignore[func-returns-value,arg-type]
        for _ in range(3):
            end.exchange.receive(FileRequest(file=offer.id, offset=3, until=3), [])
        assert end.heard.complete == {offer.id: [tmp_path / "a"]}
        outgoing = end.exchange._outgoing
        assert (outgoing._offers._wanted, outgoing._offered, outgoing._told_at) == ({}, {}, {})
        assert said == []
        end.exchange.close()
        filing.close()

    run(scenario())
