/** Who may hand in readings, as for POST /api/v1/observations. */
export const keepers = ['administrator', 'dutyLeader', 'dutyOfficer'] as const;
