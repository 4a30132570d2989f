/** Settings: the list at the side. What stands in a section has a file of its own. */
export interface SettingsWords {
  sections: Record<'widget', string>
}
