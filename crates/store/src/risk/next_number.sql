-- One more than any entry ever had, undone ones included: a number that was printed never means another risk.
SELECT coalesce(max(number), 0) + 1
FROM (SELECT number FROM risk
      UNION ALL
      SELECT json_extract(after, '$.number') FROM change WHERE noun = 'risk')
