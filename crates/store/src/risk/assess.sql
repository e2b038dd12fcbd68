INSERT INTO assessment (uid, risk_id, number, as_of, made_at, scale, term, percent, percent_source, likelihood, impact,
                        matrix, rating, confidence, confidence_basis, rationale, horizon)
VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM assessment WHERE risk_id = ?2),
        ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
