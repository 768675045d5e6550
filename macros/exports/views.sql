-- Views for common questions. Unknown stays unknown: what is not recorded is NULL, never "no".
-- A name is shown in English, else as recorded. Whoever is "not closed" may still be inactive.

CREATE VIEW organisation_names AS
SELECT organisation, COALESCE(name_en, name_ar, name_fr) AS name
FROM organisations;

CREATE VIEW organisation_overview AS
SELECT
  o.organisation,
  n.name,
  o.acronym,
  c.name_en AS country,
  r.name_en AS region,
  s.label_en AS status,
  e.label_en AS evidence,
  (
    SELECT group_concat(label, '; ')
    FROM (
      SELECT t.label_en AS label
      FROM organisation_themes AS ot JOIN themes AS t ON t.term = ot.theme
      WHERE ot.organisation = o.organisation ORDER BY ot.position
    )
  ) AS themes,
  (
    SELECT group_concat(label, '; ')
    FROM (
      SELECT v.label_en AS label
      FROM organisation_services AS os JOIN services AS v ON v.term = os.service
      WHERE os.organisation = o.organisation ORDER BY os.position
    )
  ) AS services,
  o.founded_earliest,
  (SELECT count(*) FROM projects AS p WHERE p.organisation = o.organisation) AS n_projects,
  (SELECT count(*) FROM achievements AS a WHERE a.organisation = o.organisation) AS n_achievements,
  (SELECT count(*) FROM relations AS x WHERE x.organisation = o.organisation) AS n_relations,
  o.n_sources,
  o.newest_source_year,
  o.website
FROM organisations AS o
JOIN organisation_names AS n USING (organisation)
JOIN countries AS c USING (country)
LEFT JOIN regions AS r ON r.region = o.region
JOIN statuses AS s ON s.term = o.status_latest
JOIN evidence_levels AS e ON e.term = o.evidence_level
ORDER BY o.organisation;

CREATE VIEW organisations_not_closed AS
SELECT * FROM organisations WHERE status_latest NOT IN ('closed', 'merged');

CREATE VIEW organisations_by_theme AS
SELECT
  o.country,
  ot.theme,
  t.label_en AS label,
  count(*) AS n_organisations,
  sum(o.status_latest = 'active') AS n_active,
  sum(o.status_latest IN ('closed', 'merged')) AS n_closed
FROM organisation_themes AS ot
JOIN organisations AS o USING (organisation)
JOIN themes AS t ON t.term = ot.theme
GROUP BY o.country, ot.theme
ORDER BY o.country, n_organisations DESC, ot.theme;

CREATE VIEW organisations_by_service AS
SELECT
  o.country,
  os.service,
  v.label_en AS label,
  count(*) AS n_organisations,
  sum(o.status_latest = 'active') AS n_active,
  sum(o.status_latest IN ('closed', 'merged')) AS n_closed
FROM organisation_services AS os
JOIN organisations AS o USING (organisation)
JOIN services AS v ON v.term = os.service
GROUP BY o.country, os.service
ORDER BY o.country, n_organisations DESC, os.service;

-- Where an organisation works: the regions recorded, else that of its seat.
CREATE VIEW organisation_regions AS
SELECT organisation, region, 'served' AS basis FROM areas_served
UNION ALL
SELECT o.organisation, o.region, 'seat'
FROM organisations AS o
WHERE
  o.region IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM areas_served AS a WHERE a.organisation = o.organisation);

-- Who may give a service, with what is known of where and how it stands; closed ones are left out.
CREATE VIEW who_can_help AS
SELECT
  o.country,
  os.service,
  w.region,
  w.basis,
  o.scope,
  o.organisation,
  n.name,
  o.status_latest,
  o.evidence_level,
  o.contact_phone,
  o.contact_hotline,
  o.contact_email,
  o.website
FROM organisation_services AS os
JOIN organisations_not_closed AS o USING (organisation)
JOIN organisation_names AS n USING (organisation)
LEFT JOIN organisation_regions AS w USING (organisation)
ORDER BY o.country, os.service, w.region, o.organisation;

-- Themes for which no organisation that is not closed is recorded in a region. A gap in the register
-- may be a gap in the register only: organisations without a recorded region are in no region here.
CREATE VIEW coverage_gaps AS
SELECT g.country, g.region, g.name_en AS region_name, t.term AS theme, t.label_en AS label
FROM regions AS g
CROSS JOIN themes AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM organisation_regions AS w
  JOIN organisations_not_closed AS o USING (organisation)
  JOIN organisation_themes AS ot USING (organisation)
  WHERE w.region = g.region AND ot.theme = t.term
)
ORDER BY g.country, g.region, t.position;

CREATE VIEW relations_with_authorities AS
SELECT
  x.relation,
  x.organisation,
  n.name AS organisation_name,
  ra.authority,
  COALESCE(a.name_en, a.name_ar, a.name_fr) AS authority_name,
  a.kind AS authority_kind,
  x.kind,
  st.value AS stance,
  COALESCE(x.year, x.since) AS year,
  x.summary_en,
  x.source
FROM relations AS x
JOIN organisation_names AS n USING (organisation)
LEFT JOIN relation_authorities AS ra USING (relation)
LEFT JOIN authorities AS a USING (authority)
LEFT JOIN term_attributes AS st
  ON st.vocabulary = 'relation-kinds' AND st.term = x.kind AND st.attribute = 'stance'
ORDER BY x.organisation, x.position, ra.position;

CREATE VIEW relations_by_stance AS
SELECT
  o.country,
  st.value AS stance,
  x.kind,
  count(*) AS n_relations,
  count(DISTINCT x.organisation) AS n_organisations
FROM relations AS x
JOIN organisations AS o USING (organisation)
LEFT JOIN term_attributes AS st
  ON st.vocabulary = 'relation-kinds' AND st.term = x.kind AND st.attribute = 'stance'
GROUP BY o.country, st.value, x.kind
ORDER BY o.country, st.value, x.kind;

CREATE VIEW sponsors_by_name AS
SELECT
  name,
  count(DISTINCT organisation) AS n_organisations,
  count(DISTINCT o.country) AS n_countries
FROM sponsors
JOIN organisations AS o USING (organisation)
GROUP BY name
ORDER BY n_organisations DESC, name;

CREATE VIEW provisions_by_effect AS
SELECT l.country, p.effect, p.concerns, count(*) AS n_provisions, count(DISTINCT p.law) AS n_laws
FROM provisions AS p
JOIN legislation AS l USING (law)
GROUP BY l.country, p.effect, p.concerns
ORDER BY l.country, p.effect, p.concerns;

CREATE VIEW sources_by_kind AS
SELECT
  kind,
  count(*) AS n_sources,
  count(DISTINCT record) AS n_records,
  max(date) AS newest
FROM sources
GROUP BY kind
ORDER BY n_sources DESC, kind;

CREATE VIEW oldest_verifications AS
SELECT o.organisation, n.name, o.country, o.collection_last_verified AS last_verified
FROM organisations AS o
JOIN organisation_names AS n USING (organisation)
ORDER BY o.collection_last_verified IS NOT NULL, o.collection_last_verified, o.organisation;
