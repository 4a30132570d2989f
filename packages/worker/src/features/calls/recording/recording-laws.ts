/** What the law of a place asks of somebody who is in the call and wants to record it; the strictest last. */
export const recordingRules = ['one_party', 'announcement', 'all_party'] as const
export type RecordingRule = (typeof recordingRules)[number]

/**
 * Recording a telephone call by somebody who takes part in it, by ISO 3166. Sources beside each; for the states see also
 * the survey of the Reporters Committee for Freedom of the Press (rcfp.org/reporters-recording-guide). Where courts or
 * statutes disagree, the stricter reading stands here.
 */
const written: Record<string, RecordingRule> = {
  'US-CA': 'all_party', // Cal. Penal Code §§ 632, 632.7
  'US-CT': 'all_party', // Conn. Gen. Stat. § 52-570d
  'US-DE': 'all_party', // Del. Code tit. 11 § 1335(a)(4)
  'US-FL': 'all_party', // Fla. Stat. § 934.03
  'US-IL': 'all_party', // 720 ILCS 5/14-2
  'US-MA': 'all_party', // Mass. Gen. Laws ch. 272 § 99
  'US-MD': 'all_party', // Md. Code, Cts. & Jud. Proc. § 10-402
  'US-MI': 'all_party', // Mich. Comp. Laws § 750.539c
  'US-MT': 'all_party', // Mont. Code § 45-8-213
  'US-NH': 'all_party', // N.H. Rev. Stat. § 570-A:2
  'US-NV': 'all_party', // Nev. Rev. Stat. § 200.620
  'US-OR': 'all_party', // Or. Rev. Stat. § 165.540: one party by telephone, all where people meet; a speakerphone is both
  'US-PA': 'all_party', // 18 Pa. Cons. Stat. §§ 5703, 5704
  'US-WA': 'all_party', // Wash. Rev. Code § 9.73.030
  // 18 U.S.C. § 2511(2)(d), and no stricter law of the state.
  ...Object.fromEntries(
    'AL AK AZ AR CO DC GA HI IA ID IN KS KY LA ME MN MO MS NC ND NE NJ NM NY OH OK RI SC SD TN TX UT VA VT WI WV WY'
      .split(' ')
      .map((state) => [`US-${state}`, 'one_party'] as const),
  ),
  AE: 'all_party', // Federal Decree-Law 34/2021 art. 44
  AU: 'announcement', // Telecommunications (Interception and Access) Act 1979 s. 6 and 7
  CA: 'announcement', // PIPEDA sch. 1 cl. 4.3; Criminal Code s. 184
  DE: 'all_party', // § 201 StGB
  ES: 'announcement', // GDPR art. 6 and 13; STC 114/1984
  FR: 'all_party', // Code pénal art. 226-1
  GB: 'announcement', // UK GDPR art. 13; Investigatory Powers (Interception by Businesses) Regulations 2018, SI 2018/356
  IE: 'announcement', // GDPR art. 6 and 13
  IT: 'announcement', // GDPR art. 6 and 13
  MX: 'all_party', // Constitución art. 16: communications are private but for those who take part and lend them freely
  NL: 'announcement', // GDPR art. 6 and 13
  SA: 'all_party', // Anti-Cyber Crime Law (M/17) art. 3
}

export const laws: ReadonlyMap<string, RecordingRule> = new Map(Object.entries(written))
