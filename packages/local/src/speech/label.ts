/** What everything made by the test voice is called wherever a person meets it. */
export const TEST_VOICE_LABEL = 'test voice'
