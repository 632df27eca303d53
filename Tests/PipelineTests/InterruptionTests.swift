import Glibc
import Pipeline
import Testing

@Suite struct InterruptionTests {
  @Test func aRequestIsSeenByCheck() throws {
    let interruption = Interruption()
    try interruption.check()
    interruption.request()
    #expect(interruption.isRequested)
    #expect(throws: Interrupted()) { try interruption.check() }
  }

  @Test func aSignalRaisesOnlyTheOneThatListens() {
    let deaf = Interruption()
    let listening = Interruption.onSignals()
    #expect(!listening.isRequested)
    // To the process: threads of a pool may have the signal blocked.
    kill(getpid(), SIGTERM)
    for _ in 0..<1000 where !listening.isRequested { usleep(1000) }
    #expect(listening.isRequested)
    #expect(!deaf.isRequested)
    // Should nobody look, the process is ended soon after.
    #expect((1...2).contains(alarm(0)))
    for number in [SIGINT, SIGTERM, SIGALRM] { signal(number, SIG_DFL) }
  }
}
