import Foundation
import Inventory
import Reporting
import Stages
import Testing

@testable import Commands

@Suite struct ExplainListingTests {
  private var methods: [String] {
    ["guangdong-forestry", "sanming-forest-ticket", "shenzhen-forest-management"].map {
      ExplainCounty.root + "/pipelines/methods/\($0).json5"
    }
  }

  @Test func `no shipped method may be filed, and each says what it lacks`() throws {
    let (code, output) = try ExplainCounty.lintan(["methods", "--json"] + methods)
    #expect(code == .success)
    let listed = try JSONDecoder().decode([MethodListing].self, from: Data(output.utf8))
    #expect(listed.count == 3)
    for method in listed {
      #expect(!method.mayBeFiled)
      #expect(!method.missing.isEmpty)
      #expect(method.coefficients.reduce(0) { $0 + $1.count } > 40)
      #expect(method.weakestStanding == .surrogate)
    }
    let text = try ExplainCounty.lintan(["methods"] + methods).output
    for line in text.split(separator: "\n") where !line.contains("/") {
      #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
    }
  }

  @Test func `with the official text and its numbers nothing is missing`() throws {
    var text = try String(contentsOfFile: methods[0], encoding: .utf8)
    text.replace(
      "  family:",
      with:
        "  document: { title: '甲', number: '乙', issuer: '丙', issued: '2024-01-01' },\n  family:",
      maxReplacements: 1)
    let path = NSTemporaryDirectory() + "/lintan-method-" + UUID().uuidString + ".json5"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    // The text alone does not make the numbers official: formula, coefficients, stand-ins,
    // benchmarks, deductions, choices, conditions, prices, sharing, plausibility and errors.
    let unchecked = try MethodListing(file: path)
    #expect(unchecked.missing.count == 10)
    #expect(!unchecked.mayBeFiled)
    text.replace(#/(standing|status): "[a-z]+"/#) { "\($0.output.1): \"official\"" }
    text.replace(#/(use: "[^"]+", reason: "[^"]+") \}/#) {
      "\($0.output.1), standing: \"official\", source: \"附表\" }"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let complete = try MethodListing(file: path)
    #expect(complete.missing.isEmpty)
    #expect(complete.mayBeFiled)
  }

  @Test func `a method file that is not there is named`() throws {
    let (code, output) = try ExplainCounty.lintan(["methods", "/nowhere/method.json5"])
    #expect(code == .noInput)
    #expect(output.contains("/nowhere/method.json5"))
  }

  @Test func `every rule is listed once, in text and as JSON`() throws {
    let (code, output) = try ExplainCounty.lintan(["rules", "--json"])
    #expect(code == .success)
    let rules = try JSONDecoder().decode(RuleListing.self, from: Data(output.utf8))
    let names = rules.quality.map(\.identifier) + rules.eligibility.map(\.identifier)
    // Pipelines name the ones and method files the others: one name may occur in both.
    #expect(Set(rules.quality.map(\.identifier)).count == rules.quality.count)
    #expect(Set(rules.eligibility.map(\.identifier)).count == rules.eligibility.count)
    #expect(names.contains("unknown-species-code") && names.contains("clear-title"))
    let text = try ExplainCounty.lintan(["rules"]).output
    for name in names { #expect(text.contains("\n\(name)  ")) }
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
  }
}
