internal import Commands
internal import Glibc

@main
struct Main {
  static func main() {
    // A reader that closes the pipe ends its reading, not the run.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(LinTanCommand.main(arguments, console: .standard()).rawValue)
  }
}
