WITH newest AS (
  SELECT risk_id, id,
         row_number() OVER (PARTITION BY risk_id ORDER BY as_of DESC, number DESC) AS place
  FROM assessment
), bearing AS (
  SELECT e.risk_id,
         sum(e.stance = 'supports') AS supports,
         sum(e.stance = 'contradicts') AS contradicts,
         sum(e.stance = 'context') AS context,
         sum(x.id IS NULL) AS unweighed
  FROM evidence e
  JOIN annotation n ON n.id = e.annotation_id
  JOIN article a ON a.id = n.article_id
  LEFT JOIN newest s ON s.risk_id = e.risk_id AND s.place = 1
  LEFT JOIN assessment_evidence x ON x.assessment_id = s.id AND x.evidence_id = e.id
  WHERE e.trashed_at IS NULL AND n.trashed_at IS NULL AND a.trashed_at IS NULL
  GROUP BY e.risk_id
)
SELECT r.uid, r.number, r.title, r.statement, r.statement_is_claim, v.uid AS origin_version,
       a.uid AS origin_article, r.origin_number, r.sectors, r.made_at,
       r.trashed_at IS NOT NULL AS trashed,
       coalesce(k.status, 'open') AS status, k.owner, k.review_on,
       coalesce(b.supports, 0) AS supports, coalesce(b.contradicts, 0) AS contradicts, coalesce(b.context, 0) AS context,
       coalesce(b.unweighed, 0) AS unweighed
FROM risk r
LEFT JOIN article_version v ON v.id = r.origin_version_id
LEFT JOIN article a ON a.id = v.article_id
LEFT JOIN risk_keeping k ON k.risk_id = r.id
LEFT JOIN bearing b ON b.risk_id = r.id
WHERE r.trashed_at IS NULL
ORDER BY r.number
